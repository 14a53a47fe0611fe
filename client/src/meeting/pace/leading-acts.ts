import { nextSegment, previousSegment } from '@rondo/shared/meeting/agenda.ts'
import { extraIn, pauseOf } from '@rondo/shared/meeting/pace.ts'
import { currentSegment, leads } from '../leading.ts'
import type { Room } from '../room.ts'

/** What a segment is given when it needs more time. */
const MORE_MINUTES = 5

/** What whoever leads may do to the course of the meeting now; undefined where there is nothing of the sort to do. */
export interface LeadingActs {
  readonly next: (() => void) | undefined
  readonly back: (() => void) | undefined
  readonly extend: (() => void) | undefined
  readonly pause: (() => void) | undefined
}

const NONE: LeadingActs = { next: undefined, back: undefined, extend: undefined, pause: undefined }

/** Each names what the reader saw when they did it, so that of two at once one is told. */
export function leadingActs({ state, items, run, onlooker, online, meeting }: Room): LeadingActs {
  if (state.phase !== 'live' || !online || !meeting.mayWrite || !leads(state, onlooker)) return NONE
  const current = currentSegment(state)
  const [next, back] = [nextSegment(items, state), previousSegment(items, state)]
  const to = (segment: typeof next) =>
    segment && (() => run.mutate({ do: 'segment', from: current, to: segment.id }))
  const from = state.pauses.at(-1)?.seq ?? null
  const paused = pauseOf(state) === undefined
  return {
    next: to(next),
    back: to(back),
    extend:
      current === null
        ? undefined
        : () =>
            run.mutate({
              do: 'extend',
              segmentId: current,
              from: extraIn(state.extensions, current),
              minutes: MORE_MINUTES,
            }),
    pause: () => run.mutate({ do: 'pause', from, paused }),
  }
}
