export { followUpRoutes } from './routes.ts'
