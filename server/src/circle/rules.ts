import type { Circle, Seat, Status } from '@rondo/shared/circle/model.ts'
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
  return keepsHost(others) ? accept(seat) : LAST_HOST
}

/** Whether a host may be a member like the others again. */
export const stepDown = (seats: readonly Seat[], actor: MemberId): Result<null> => {
  if (!seats.some(({ memberId, isHost }) => memberId === actor && isHost))
    return refuse('conflict', 'You are no host of this circle.', { reason: 'circle.no-host' })
  const others = seats.filter(({ memberId }) => memberId !== actor)
  return others.some(({ isHost }) => isHost) ? accept(null) : LAST_HOST
}

const keepsHost = (seats: readonly Seat[]): boolean =>
  seats.length === 0 || seats.some(({ isHost }) => isHost)

const LAST_HOST: Result<never> = refuse(
  'conflict',
  'The last host cannot go while others stay. Make somebody else a host first.',
  { reason: 'circle.last-host' },
)

/** How many seats nobody has taken; as many as come where there is no limit. */
export const freeSeats = ({ seatLimit, seats }: Pick<Circle, 'seatLimit' | 'seats'>): number =>
  seatLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, seatLimit - seats.length)

/**
 * Whether there is a seat for somebody who does not sit here yet: the limit is soft, but only a host passes it, and who waits comes
 * before who does not.
 */
export const roomFor = (
  { seatLimit, seats, waiting }: Pick<Circle, 'seatLimit' | 'seats' | 'waiting'>,
  memberId: MemberId,
): Result<null> => {
  const free = freeSeats({ seatLimit, seats })
  if (free === 0)
    return refuse(
      'conflict',
      `All ${seatLimit} seats are taken. Wait for one, or a host makes a second circle of this one or lets you in.`,
      { reason: 'circle.full' },
    )
  const place = waiting.indexOf(memberId)
  const ahead = place === -1 ? waiting.length : place
  if (ahead < free) return accept(null)
  return refuse('conflict', 'Others wait for the free seat already. Put yourself on the list.', {
    reason: 'circle.others-wait',
  })
}

const WAYS: { readonly [From in Status]: readonly Status[] } = {
  draft: ['active'],
  active: ['closing'],
  closing: ['active', 'archived'],
  archived: [],
}

const NEXT: { readonly [From in Status]: string } = {
  draft: 'A draft is started first.',
  active: 'An active circle is closed first, with its story; then it can be archived.',
  closing: 'A closing circle is archived, or goes on after all.',
  archived: 'An archived circle stays as it is.',
}

/** Which parts of its life a circle may go to from here. */
export const mayMove = (from: Status, to: Status): Result<null> =>
  WAYS[from].includes(to)
    ? accept(null)
    : refuse('conflict', NEXT[from], { reason: `circle.not-from-${from}` })

/** Who goes over into a second circle, and whether this one is still whole without them. */
export const split = (
  { seats, waiting }: Pick<Circle, 'seats' | 'waiting'>,
  asked: { members: readonly MemberId[]; hostId: MemberId; from: readonly MemberId[] },
): Result<{ going: Seat[]; fromList: MemberId[] }> => {
  const here = new Set(seats.map(({ memberId }) => memberId))
  if (here.size !== new Set(asked.from).size || !asked.from.every((id) => here.has(id)))
    return refuse(
      'conflict',
      'Somebody took or left a seat meanwhile. Look at who sits here, then choose again.',
      {
        reason: 'circle.seats-moved',
      },
    )
  const chosen = new Set(asked.members)
  if (asked.members.some((id) => !here.has(id) && !waiting.includes(id)))
    return refuse('invalid', 'Only who sits here or waits for a seat can go over.', {
      errors: [{ field: 'members', detail: 'must sit here or wait for a seat' }],
    })
  if (!chosen.has(asked.hostId))
    return refuse('invalid', 'The host of the new circle must be one of those who go over.', {
      errors: [{ field: 'hostId', detail: 'must be one of those who go over' }],
    })
  const staying = seats.filter(({ memberId }) => !chosen.has(memberId))
  if (staying.length === 0)
    return refuse('invalid', 'Somebody has to stay.', {
      errors: [{ field: 'members', detail: 'must leave somebody here' }],
    })
  if (!keepsHost(staying)) return LAST_HOST
  return accept({
    going: seats.filter(({ memberId }) => chosen.has(memberId)),
    fromList: waiting.filter((id) => chosen.has(id)),
  })
}
