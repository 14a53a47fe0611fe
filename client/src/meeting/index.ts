export { useMeetings, useMyMeetings, useRsvp } from './queries.ts'
