import type { Actor } from '@rondo/shared/account/model.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { windowIsOpen, windowOf } from '@rondo/shared/meeting/window.ts'
import { inTwoMinutes } from '@rondo/shared/seat/catch-up.ts'
import type { CatchUp, Prompt, ToAnswer } from '@rondo/shared/seat/model.ts'
import { capturesFor } from '../capture/index.ts'
import { rsvpsOf } from '../meeting/index.ts'
import { meetingsAround, type NearMeeting, putAwayBy } from './missed-store.ts'
import { type Place, placeFor, promptsOf } from './place.ts'
import { MISSED_FOR } from './rules.ts'
import type { SeatContext } from './seat-context.ts'
import { answersOf } from './store.ts'

interface Waiting {
  toAnswer: ToAnswer[]
  catchUps: CatchUp[]
}

/** No window opens earlier before a start, or closes later after one, than this. */
const AROUND = 15 * DAY

/** What waits for somebody: meetings to answer in their own time, and what they missed and have not put away. */
export const readMySeats = async (context: SeatContext, actor: Actor): Promise<Result<Waiting>> => {
  const { read } = context.db
  const now = context.clock.now()
  const near = await meetingsAround(read, actor.memberId, { from: now - AROUND - DAY, until: now + AROUND })
  const putAway = await putAwayBy(read, actor.memberId)
  const waiting: Waiting = { toAnswer: [], catchUps: [] }
  for (const one of near) {
    const found = await placeFor(read, actor, 'belong', one.id)
    if (!found.ok) continue
    const place = found.value
    if (missed(place, actor.memberId, one, now) && !putAway.has(one.id))
      waiting.catchUps.push(await catchUpOf(context, actor.memberId, one, place, now))
    else if (await answersInOwnTime(context, actor.memberId, place, now))
      waiting.toAnswer.push(await toAnswerOf(context, actor.memberId, one, place))
  }
  return accept({ ...waiting, catchUps: waiting.catchUps.toReversed() })
}

/** Whether somebody had a seat, and was not in the room, when the meeting was wrapped up lately. */
const missed = ({ state }: Place, memberId: MemberId, { seatedAt }: NearMeeting, now: Instant): boolean =>
  state.phase === 'wrapped' &&
  now - state.wrappedAt < MISSED_FOR &&
  seatedAt <= state.wrappedAt &&
  !state.attended.some((one) => one.memberId === memberId)

const answersInOwnTime = async (
  { db }: SeatContext,
  memberId: MemberId,
  { meeting, state }: Place,
  now: Instant,
): Promise<boolean> => {
  const came = 'attended' in state && state.attended.some((one) => one.memberId === memberId)
  if (came || !windowIsOpen(state, now)) return false
  const rsvps = (await rsvpsOf(db.read, [meeting.id])).get(meeting.id) ?? []
  return rsvps.some((one) => one.memberId === memberId && one.answer === 'own-time')
}

const toAnswerOf = async (
  context: SeatContext,
  memberId: MemberId,
  near: NearMeeting,
  place: Place,
): Promise<ToAnswer> => {
  const { left, given } = await leftFor(context, memberId, place)
  return { ...headOf(near, place), opensAt: windowOf(place.state)?.opensAt ?? 0, left, given }
}

/** What somebody has not answered yet, and how much they have. */
const leftFor = async (
  context: SeatContext,
  memberId: MemberId,
  place: Place,
): Promise<{ left: Prompt[]; given: number }> => {
  const mine = (await answersOf(context.db.read, place.meeting.id)).filter((row) => row.memberId === memberId)
  const answered = new Set(mine.map(({ segmentId }) => segmentId))
  const prompts = await promptsOf(context, place)
  return { left: prompts.filter(({ segmentId }) => !answered.has(segmentId)), given: mine.length }
}

const headOf = ({ circleName }: NearMeeting, { meeting, state }: Place) => ({
  meetingId: meeting.id,
  circleId: meeting.circleId,
  circleName,
  title: meeting.title,
  startsAt: meeting.startsAt,
  timeZone: meeting.timeZone,
  closesAt: windowOf(state)?.closesAt ?? 0,
})

/** Decisions first, then what the reader is to do, then what is open: as much as two minutes hold. */
const catchUpOf = async (
  context: SeatContext,
  memberId: MemberId,
  near: NearMeeting,
  place: Place,
  now: Instant,
): Promise<CatchUp> => {
  const { meeting, state } = place
  const caught = (await capturesFor(context.db.read, memberId, { meetingIds: [meeting.id] })).toSorted(
    (a, b) => a.position - b.position,
  )
  const of = (isWanted: (capture: Capture) => boolean) => caught.filter(isWanted)
  const decisions = of(({ kind }) => kind === 'decision')
  const steps = of(
    ({ kind, who, done, dropped }) => kind === 'next' && who === memberId && !done && dropped === null,
  )
  const questions = of(({ kind, done, dropped }) => kind === 'question' && !done && dropped === null)
  const { taken, more, minutes } = inTwoMinutes([...decisions, ...steps, ...questions])
  const kept = (captures: readonly Capture[]) => captures.filter((one) => taken.includes(one))
  return {
    ...headOf(near, place),
    wrappedAt: state.phase === 'wrapped' ? state.wrappedAt : now,
    decisions: kept(decisions),
    steps: kept(steps),
    questions: kept(questions),
    asked: windowIsOpen(state, now) ? (await leftFor(context, memberId, place)).left : [],
    more,
    minutes,
  }
}
