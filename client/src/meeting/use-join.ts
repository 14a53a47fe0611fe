import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { joinMeeting } from '@rondo/shared/meeting/contract.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useEffect } from 'react'
import { call } from '../platform/http.ts'

interface Joining {
  readonly meeting: Meeting
  readonly state: MeetingState
  readonly me: MemberId
  readonly online: boolean
  readonly record: (events: readonly MeetingEvent[]) => void
}

/**
 * Notes, once, that I am in the room while it is live. Nobody has to press anything, and the server takes a second
 * note as the same one. A failure is tried again when the connection is back. Whoever said that they answer in their own
 * time only looks in: they come into the room when they say so.
 */
export function useJoin({ meeting, state, me, online, record }: Joining): void {
  const { id: meetingId, mayWrite, rsvps } = meeting
  const isOwnTime = rsvps.some((one) => one.memberId === me && one.answer === 'own-time')
  const isMissing =
    state.phase === 'live' &&
    mayWrite &&
    online &&
    !isOwnTime &&
    !state.attended.some((one) => one.memberId === me)
  useEffect(() => {
    if (!isMissing) return
    call(joinMeeting, { params: { meetingId } }).then(
      ({ events }) => record(events),
      () => {},
    )
  }, [isMissing, meetingId, record])
}
