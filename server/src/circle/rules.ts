import type { Seat } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'

/**
 * Whether a seat may be given up: one's own always, another's by a host, and the last host only when nobody stays
 * behind without one.
 */
export const unseat = (
  seats: readonly Seat[],
  leaving: MemberId,
  actor: MemberId,
  mayManage: boolean,
): Result<Seat> => {
  const seat = seats.find(({ memberId }) => memberId === leaving)
  if (leaving !== actor && !mayManage)
    return refuse('forbidden', 'Only a host removes somebody else from the circle.', {
      reason: 'circle.not-host',
    })
  if (!seat)
    return refuse('not-found', 'That person has no seat in this circle.', { reason: 'circle.no-seat' })
  const others = seats.filter(({ memberId }) => memberId !== leaving)
  if (others.length > 0 && !others.some(({ isHost }) => isHost))
    return refuse('conflict', 'The last host cannot go while others stay.', { reason: 'circle.last-host' })
  return accept(seat)
}
