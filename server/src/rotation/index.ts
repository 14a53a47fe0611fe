export { rotaOf } from './queries.ts'
export { rotationRoutes } from './routes.ts'
export { fillRoles, type Upcoming } from './rules.ts'
export { recordServed } from './store.ts'
