import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Seat } from '@rondo/shared/seat/model.ts'
import type { Tx } from '../platform/db/database.ts'
import { transact } from '../platform/db/database.ts'
import { insertCaughtUp } from './missed-store.ts'
import { type Place, placeFor, promptsOf } from './place.ts'
import { readSeat } from './queries.ts'
import { mayRate, taking } from './rules.ts'
import type { SeatContext } from './seat-context.ts'
import {
  type AnswerRow,
  countMark,
  deleteAnswer,
  findAnswer,
  findClosing,
  insertAnswer,
  insertWorthGiven,
  updateAnswer,
} from './store.ts'

interface Given {
  segmentId: SegmentId
  text: string
  from: Instant | null
}

/** Gives an answer, or puts another text in its place. What was refused stays with whoever wrote it. */
export const giveAnswer = async (
  context: SeatContext,
  actor: Actor,
  id: MeetingId,
  given: Given,
): Promise<Result<Seat>> => {
  const found = await placeFor(context.db.read, actor, 'write', id)
  if (!found.ok) return found
  const asked = (await promptsOf(context, found.value)).find((one) => one.segmentId === given.segmentId)
  const done = await change(context, actor, id, given, async (tx, place, was) => {
    if (was !== undefined) {
      // A segment that is gone keeps what was answered to it; that may still be put better.
      const changedAt = laterThan(was.changedAt, context.clock.now())
      await updateAnswer(tx, was, { text: given.text, title: asked?.title ?? was.title, changedAt })
      return accept(null)
    }
    if (asked === undefined) return GONE
    const { segmentId, text } = given
    const at = context.clock.now()
    const { memberId } = actor
    const { circleId } = place.meeting
    const common = { id: context.ids.next<'answer'>(), meetingId: id, circleId, memberId }
    await insertAnswer(tx, { ...common, segmentId, title: asked.title, text, at, changedAt: at })
    return accept(null)
  })
  return done.ok ? readSeat(context, actor, id) : done
}

/** Takes an answer back. */
export const withdrawAnswer = async (
  context: SeatContext,
  actor: Actor,
  id: MeetingId,
  what: { segmentId: SegmentId; from: Instant },
): Promise<Result<Seat>> => {
  const done = await change(context, actor, id, what, async (tx, _, was) => {
    if (was !== undefined) await deleteAnswer(tx, was)
    return accept(null)
  })
  return done.ok ? readSeat(context, actor, id) : done
}

const GONE = refuse(
  'conflict',
  'This part is not in the page any more. Your text is still with you: answer another part, or write it in the notes.',
  { reason: 'seat.segment-gone' },
)

const MOVED = refuse(
  'conflict',
  'You changed this answer somewhere else meanwhile. Look at it, then change it again.',
  {
    reason: 'seat.answer-moved',
  },
)

/** Two changes within a millisecond are two changes. */
const laterThan = (was: Instant, now: Instant): Instant => Math.max(now, was + 1)

type Change = (tx: Tx, place: Place, was: AnswerRow | undefined) => Promise<Result<null>>

/** Does something to one's own answer while answers are taken, if it is still as one saw it, and tells the circle. */
const change = (
  context: SeatContext,
  actor: Actor,
  id: MeetingId,
  { segmentId, from }: { segmentId: SegmentId; from: Instant | null },
  act: Change,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await placeFor(tx, actor, 'write', id)
    if (!found.ok) return found
    const isClosing = (await findClosing(tx, id)) !== undefined
    const taken = taking(found.value.state, isClosing, context.clock.now())
    if (!taken.ok) return taken
    const was = await findAnswer(tx, { meetingId: id, segmentId, memberId: actor.memberId })
    if ((was?.changedAt ?? null) !== from) return MOVED
    const done = await act(tx, found.value, was)
    if (!done.ok) return done
    const { circleId } = found.value.meeting
    const payload = { circleId, meetingId: id }
    const common = { audience: { circleId }, by: actor.memberId }
    await context.journal.append(tx, [{ name: 'seat.changed', payload, ...common }])
    return done
  })

/** Counts a mark, once for each person. No fact tells of it: when somebody said it would be who said it. */
export const giveWorth = (
  context: SeatContext,
  actor: Actor,
  id: MeetingId,
  mark: number,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await placeFor(tx, actor, 'write', id)
    if (!found.ok) return found
    const isClosing = (await findClosing(tx, id)) !== undefined
    const allowed = mayRate(found.value.state, actor.memberId, isClosing, context.clock.now())
    if (!allowed.ok) return allowed
    if (!(await insertWorthGiven(tx, id, actor.memberId)))
      return refuse('conflict', 'You have said this already. It was counted once, without your name.', {
        reason: 'seat.worth-given',
      })
    await countMark(tx, id, mark)
    return accept(null)
  })

/** Puts away what somebody missed, on all their devices. */
export const putAway = (context: SeatContext, actor: Actor, id: MeetingId): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await placeFor(tx, actor, 'belong', id)
    if (!found.ok) return found
    const { memberId } = actor
    if (await insertCaughtUp(tx, { meetingId: id, memberId, at: context.clock.now() })) {
      const audience = { members: [memberId] }
      await context.journal.append(tx, [
        { name: 'seat.caught-up', payload: { meetingId: id }, audience, by: memberId },
      ])
    }
    return accept(null)
  })
