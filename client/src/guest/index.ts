export { GuestOver } from './guest-over.tsx'
export { InviteGuest } from './invite-guest.tsx'
