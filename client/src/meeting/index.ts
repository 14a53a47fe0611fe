export { useMeeting, useMeetings, useMyMeetings, useRsvp } from './queries.ts'
