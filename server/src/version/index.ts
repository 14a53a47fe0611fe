export type { Forgetful } from './erase.ts'
/** For whoever is about to replace much of a page, such as an import. @public */
export { keep as keepVersion } from './keep.ts'
export { Keeper } from './keeper.ts'
export { wrapProjection } from './projection.ts'
export { versionRoutes } from './routes.ts'
