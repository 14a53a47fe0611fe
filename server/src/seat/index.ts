export { seatProjection } from './projection.ts'
export { seatRoutes } from './routes.ts'
export { seatHandlers } from './seat-handlers.ts'
