import type { MeetingId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'

/** After so many meetings that left it open, something is not carried on in silence. */
export const CARRIES_BEFORE_ASKING = 3

/** A meeting that is over. */
export interface Ended {
  readonly meetingId: MeetingId
  readonly wrappedAt: Instant
}

/**
 * At the end of how many meetings after its own something was still open. `ended` are the meetings over by now, latest
 * first; what was written into an old page later on has been carried only by those that ended after it was caught.
 */
export const carriesOf = (
  { meetingId, at }: { readonly meetingId: MeetingId | null; readonly at: Instant },
  ended: readonly Ended[],
): number => {
  const own = ended.findIndex((meeting) => meeting.meetingId === meetingId)
  const later = own < 0 ? ended : ended.slice(0, own)
  return later.filter(({ wrappedAt }) => wrappedAt > at).length
}

/** Whether it is time to do it, drop it with a reason, or ask for help. */
export const isOverdueToDecide = (carries: number): boolean => carries >= CARRIES_BEFORE_ASKING
