export { answerRsvp, command } from './commands.ts'
export { upcomingMeetings } from './queries.ts'
export { meetingRoutes } from './routes.ts'
export { scheduleMeeting } from './scheduling.ts'
