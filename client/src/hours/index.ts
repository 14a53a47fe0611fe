export { FairHourLink } from './fair-hour-link.tsx'
export { OwnHours } from './own-hours.tsx'
export type { FairSearch } from './search.ts'
