export { ritualProjection } from './projection.ts'
export { ritualHandlers } from './ritual-handlers.ts'
export { planRounds } from './rounds.ts'
export { ritualRoutes } from './routes.ts'
