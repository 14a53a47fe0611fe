export { captureProjection } from './projection.ts'
export { capturesFor } from './queries.ts'
export { captureRoutes } from './routes.ts'
export { countsOf, findCaptures, forgetCaptures } from './store.ts'
