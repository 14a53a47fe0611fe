export { addPage, changeTitle, createPage } from './commands.ts'
export type { DocumentContext, Documents } from './documents.ts'
export { pageProjection } from './projection.ts'
export { structureProjection } from './repair.ts'
export { pageRoutes } from './routes.ts'
export {
  findPage,
  findPageOfDocument,
  findPageOfMeeting,
  type PageRow,
  removePage,
  renumberPageOf,
  summariesOf,
} from './store.ts'
