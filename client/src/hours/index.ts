export { FairHourLink } from './fair-hour-link.tsx'
export { OwnHours } from './own-hours.tsx'
