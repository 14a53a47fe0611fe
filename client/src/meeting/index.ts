export { CancelDialog } from './cancel-dialog.tsx'
export { MoveDialog } from './move-dialog.tsx'
export { useMeetings, useMyMeetings, useRsvp } from './queries.ts'
