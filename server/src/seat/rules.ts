import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'

/** A window that closed so long ago is not made up for, when a server first hears of it. */
export const MADE_UP_FOR = 30 * DAY

/** Whoever leads next hears of it while it is news. */
export const NEWS_FOR = DAY

/** So long after the wrap somebody who was away is told what they missed. */
export const MISSED_FOR = 14 * DAY

const closed = (): ReturnType<typeof refuse> =>
  refuse('conflict', 'Answers are closed, and the page is final. You can still write in the notes.', {
    reason: 'seat.closed',
  })

/** Whether answers are taken now; a window that is being closed is closed. */
export const taking = (state: MeetingState, isClosing: boolean, now: Instant): Result<null> => {
  const window = windowOf(state)
  if (window === null)
    return refuse('conflict', 'The meeting was cancelled, so nothing is asked any more.', {
      reason: 'seat.cancelled',
    })
  if (isClosing || windowIsOver(state, now)) return closed()
  if (state.phase !== 'live' && now < window.opensAt)
    return refuse('conflict', 'Answers are not taken yet. Come back when the window is open.', {
      reason: 'seat.not-open',
    })
  return accept(null)
}

/** The question whether it was worth it is for those who were in the room, once it is over. */
export const mayRate = (
  state: MeetingState,
  memberId: MemberId,
  isClosing: boolean,
  now: Instant,
): Result<null> => {
  if (state.phase !== 'wrapped')
    return refuse('conflict', 'The meeting is not wrapped up yet.', { reason: 'seat.not-wrapped' })
  if (isClosing || windowIsOver(state, now)) return closed()
  return state.attended.some((one) => one.memberId === memberId)
    ? accept(null)
    : refuse('forbidden', 'Only whoever was in the room is asked this.', { reason: 'seat.not-there' })
}

/** Who answered and was never in the room: they are present, asynchronously. */
export const presentInOwnTime = (state: MeetingState, answered: readonly MemberId[]): MemberId[] => {
  const came = 'attended' in state ? state.attended.map(({ memberId }) => memberId) : []
  return [...new Set(answered)].filter((memberId) => !came.includes(memberId))
}
