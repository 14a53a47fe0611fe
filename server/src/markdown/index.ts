export { markdownRoutes } from './routes.ts'
