export { CancelDialog } from './cancel-dialog.tsx'
export { MoveDialog } from './move-dialog.tsx'
export { leadKeys } from './pace/lead-keys.ts'
export { useMeetings, useMyMeetings, useRsvp } from './queries.ts'
