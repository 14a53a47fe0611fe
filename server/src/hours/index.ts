export { hoursRoutes } from './routes.ts'
