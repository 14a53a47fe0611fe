export { materialise } from './materialise.ts'
export { cadenceRoutes } from './routes.ts'
