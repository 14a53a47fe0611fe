import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { SeatWindow } from '@rondo/shared/meeting/events.ts'
import { applyEvent, type MeetingState } from '@rondo/shared/meeting/fold.ts'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'
import { type Decision, mayLead, NOTHING, type Scene, wrongPhase } from '../ground/rules.ts'

/** Whoever facilitates and the hosts say how long answers are taken; what is closed stays closed. */
export const setWindow = (
  state: MeetingState,
  { from, to }: { from: SeatWindow; to: SeatWindow },
  now: Instant,
  scene: Scene,
): Decision => {
  if (state.phase === 'unscheduled' || state.phase === 'cancelled') return wrongPhase(state)
  if (!mayLead(state, scene) && !scene.hosts.has(scene.actor))
    return refuse('forbidden', 'The facilitator and the hosts of the circle do this.', {
      reason: 'meeting.window-not-yours',
    })
  if (windowIsOver(state, now))
    return refuse('conflict', 'Answers in one’s own time are closed, and the page is final.', {
      reason: 'meeting.window-over',
    })
  if (!isSame(state.window, from))
    return refuse('conflict', 'Somebody changed how long answers are taken meanwhile.', {
      reason: 'meeting.window-moved',
    })
  if (isSame(from, to)) return NOTHING
  const after = applyEvent(state, {
    type: 'window-set',
    window: to,
    seq: state.seq + 1,
    at: now,
    by: scene.actor,
  })
  if (windowIsOver(after, now))
    return refuse('invalid', 'This would close before now. Choose a later end.', {
      errors: [{ field: 'to.after', detail: 'must end later than now' }],
      reason: 'meeting.window-past',
    })
  return windowOf(after) === null ? wrongPhase(state) : accept([{ type: 'window-set', window: to }])
}

const isSame = (a: SeatWindow, b: SeatWindow): boolean => a.before === b.before && a.after === b.after
