export { setCadence } from './commands.ts'
export { followCircles } from './follow-circles.ts'
export { materialise } from './materialise.ts'
export { cadenceRoutes } from './routes.ts'
