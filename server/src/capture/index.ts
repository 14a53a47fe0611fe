export { tellChanged } from './announce.ts'
export { ABSENT as NO_SUCH_CAPTURE } from './commands.ts'
export {
  captureOfThread,
  type FollowUp,
  findFollowUp,
  insertFollowUp,
  pageOfAddress,
} from './follow-up-store.ts'
export { captureProjection } from './projection.ts'
export { capturesFor } from './queries.ts'
export { captureRoutes } from './routes.ts'
export { countsOf, findCaptures, forgetCaptures } from './store.ts'
