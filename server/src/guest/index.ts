export { guestDoor } from './door.ts'
export { closeToGuests } from './link-commands.ts'
export { guestRoutes } from './routes.ts'
export { createGuestSessions, type GuestSessions } from './sessions.ts'
