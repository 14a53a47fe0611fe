export { formatFor, nameToKeep } from './queries.ts'
export { formatRoutes } from './routes.ts'
