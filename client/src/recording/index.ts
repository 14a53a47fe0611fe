export type { Moment } from './moment.ts'
export { Recordings } from './recordings.tsx'
export { SearchSpoken } from './search-circle.tsx'
