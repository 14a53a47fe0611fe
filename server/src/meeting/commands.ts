import type { Actor } from '@rondo/shared/account/model.ts'
import type { Action } from '@rondo/shared/circle/may.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting, RsvpAnswer } from '@rondo/shared/meeting/model.ts'
import { nameOf, permitInMeeting, seatsOf, withoutGuests } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { changeTitle, type DocumentContext } from '../page/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { recordServed, settleTurn, whyNotHanded } from '../rotation/index.ts'
import { floorScene, wonTheFloor } from './floor/scene.ts'
import { NO_PAGE, type OnPage, pageFor } from './ground/page.ts'
import { numberByStart } from './numbering.ts'
import { followOrder } from './pace/follow-order.ts'
import { ABSENT, meetingFor } from './queries.ts'
import { recordEvents } from './record-events.ts'
import { rotaMeetings } from './rota-meetings.ts'
import { decide, type MeetingCommand, servicesOf, stamp } from './rules.ts'
import {
  eventsOf,
  findMeeting,
  pairRoundsOf,
  retitleMeeting,
  upsertRsvp,
  type ZonedMeeting,
} from './store.ts'
import { actionOf } from './taking-part.ts'

type Recorded = Result<{ events: MeetingEvent[] }>

/** Carries a command to the meeting's log and answers with what it added. */
export const command = async (
  context: DocumentContext,
  actor: Actor,
  id: MeetingId,
  what: MeetingCommand,
): Promise<Recorded> => {
  // Asked before the page is read: how long that takes must not tell what is there from what is not.
  const permitted = await writable(context.db.read, actor, id, actionOf(what))
  if (!permitted.ok) return permitted
  const page = await pageFor(context, id, what)
  const recorded = await transact(context.db, async (tx) => {
    const found = await writable(tx, actor, id, actionOf(what))
    return found.ok ? carryOut(context, tx, actor, found.value, what, page) : found
  })
  if (recorded.ok) await followOrder(context, permitted.value, recorded.value.events)
  return recorded
}

const writable = async (
  reader: Reader,
  actor: Actor,
  id: MeetingId,
  action: Action = 'write',
): Promise<Result<ZonedMeeting>> => {
  const meeting = await findMeeting(reader, id)
  const permitted = await permitInMeeting(reader, actor, action, meeting, ABSENT)
  if (!permitted.ok) return permitted
  return meeting === undefined ? { ok: false, refusal: ABSENT } : accept(meeting)
}

const carryOut = async (
  context: DocumentContext,
  tx: Tx,
  actor: Actor,
  meeting: ZonedMeeting,
  what: MeetingCommand,
  page: OnPage,
): Promise<Recorded> => {
  const { id, circleId } = meeting
  const log = await eventsOf(tx, id)
  const seats = await seatsOf(tx, circleId)
  const seated = new Set(seats.map(({ memberId }) => memberId))
  const hosts = new Set(seats.filter(({ isHost }) => isHost).map(({ memberId }) => memberId))
  const now = context.clock.now()
  const past = mayMatch(what) ? await pairRoundsOf(tx, circleId) : []
  const floor = await floorScene(context, tx, meeting, what)
  const isGuest = actor.role === 'guest'
  const scene = { actor: actor.memberId, isGuest, seated, hosts, ...page, circleId, past, ...floor }
  const before = foldMeeting(log)
  const decided = decide(before, what, now, scene)
  if (!decided.ok) return { ok: false, refusal: await naming(tx, log, decided.refusal, what) }
  const events = stamp(log, decided.value, actor.memberId, now)
  if (events.length === 0) return accept({ events })
  if (what.type === 'hand-over' && before.phase === 'scheduled') {
    const turn = { meetingId: id, role: what.role }
    const refusal = await whyNotHanded(context, tx, rotaMeetings, turn, {
      memberId: what.to,
      by: actor.memberId,
    })
    if (refusal !== undefined) return { ok: false, refusal }
  }
  const state = await recordEvents(context, tx, { id, circleId }, log, events, actor.memberId)
  if (what.type === 'start') await numberByStart(tx, meeting)
  if (what.type === 'hand-over' && state.phase === 'scheduled') {
    const decided = { decision: 'assigned' as const, memberId: what.to }
    const turn = { meetingId: id, role: what.role }
    await settleTurn(context, tx, rotaMeetings, turn, decided, actor.memberId)
  }
  if (what.type === 'wrap' && state.phase === 'wrapped') {
    const attended = await withoutGuests(
      tx,
      state.attended.map(({ memberId }) => memberId),
    )
    await recordServed(tx, { circleId, meetingId: id, services: servicesOf(state), attended })
  }
  return accept({ events })
}

/** Whether who was paired when can matter. */
const mayMatch = ({ type }: MeetingCommand): boolean =>
  type === 'start' || type === 'join' || type === 'enter-segment' || type === 'match'

/** Whoever came too late is told who was faster. */
const naming = async (
  reader: Reader,
  log: readonly MeetingEvent[],
  refusal: Refusal,
  what: MeetingCommand,
): Promise<Refusal> => {
  const role = what.type === 'hand-over' ? what.role : undefined
  const won = log.findLast((event) => {
    switch (refusal.reason) {
      case 'meeting.segment-moved':
        return event.type === 'segment-entered'
      case 'meeting.role-moved':
        return event.type === 'role-handed-over' && event.role === role
      case 'meeting.match-moved':
        return event.type === 'matched'
      case 'meeting.study-moved':
        return event.type === 'study-set'
      case 'meeting.lane-moved':
        return event.type === 'lane-taken'
      case 'meeting.extension-moved':
        return event.type === 'segment-extended'
      case 'meeting.pause-moved':
        return event.type === 'paused' || event.type === 'resumed'
      case 'meeting.order-moved':
        return event.type === 'agenda-ordered'
      case 'meeting.part-moved':
        return event.type === 'part-set'
      case 'meeting.window-moved':
        return event.type === 'window-set'
      case 'meeting.already-started':
        return event.type === 'started'
      case 'meeting.already-wrapped':
        return event.type === 'wrapped'
      case 'meeting.already-cancelled':
        return event.type === 'cancelled'
      default:
        return wonTheFloor(refusal.reason, event)
    }
  })
  if (won === undefined) return refusal
  return { ...refusal, detail: `${refusal.detail} It was ${await nameOf(reader, won.by)}.` }
}

interface Planned {
  title?: string | undefined
  startsAt?: number | undefined
}

/** Why somebody who saw this in a meeting is too late to change it; null where it is as they saw it. */
const outdated = async (
  reader: Reader,
  { id, title, startsAt }: ZonedMeeting,
  from: Planned,
): Promise<ReturnType<typeof refuse> | null> => {
  const isMoved = from.startsAt !== undefined && from.startsAt !== startsAt
  const isRenamed = from.title !== undefined && from.title !== title
  if (!isMoved && !isRenamed) return null
  const move = isMoved
    ? (await eventsOf(reader, id)).findLast(({ type }) => type === 'rescheduled')
    : undefined
  const winner = await nameOf(reader, move?.by)
  return refuse(
    'conflict',
    `${winner} changed this meeting meanwhile. Look at when it is now, then change it again.`,
    { reason: 'meeting.changed-meanwhile' },
  )
}

/**
 * Moves a scheduled meeting, or gives it another title; its page follows as long as it bears the same. `from` says what the asker saw
 * in the fields that they change.
 */
export const changeMeeting = (
  context: DocumentContext,
  actor: Actor,
  id: MeetingId,
  { title, startsAt, from = {} }: Planned & { from?: Planned | undefined },
): Promise<Result<Meeting>> =>
  transact(context.db, async (tx) => {
    const found = await writable(tx, actor, id)
    if (!found.ok) return found
    const meeting = found.value
    const late = await outdated(tx, meeting, from)
    if (late !== null) return late
    if (startsAt !== undefined) {
      const moved = await carryOut(context, tx, actor, meeting, { type: 'reschedule', startsAt }, NO_PAGE)
      if (!moved.ok) return moved
    }
    if (title !== undefined && title !== meeting.title) await retitle(context, tx, actor, meeting, title)
    return meetingFor(tx, actor, id)
  })

/** Its page follows as long as it bears the same title. */
export const retitle = async (
  context: Context,
  tx: Tx,
  { memberId: by }: Pick<Actor, 'memberId'>,
  { id, circleId, pageId, title: was }: ZonedMeeting,
  title: string,
): Promise<void> => {
  await retitleMeeting(tx, id, title)
  await changeTitle(context, tx, { id: pageId, circleId }, { title, was, by })
  const payload = { circleId, meetingId: id }
  await context.journal.append(tx, [{ name: 'meeting.changed', payload, audience: { circleId }, by }])
}

export const answerRsvp = (
  context: Context,
  actor: Actor,
  id: MeetingId,
  answer: RsvpAnswer,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await writable(tx, actor, id)
    if (!found.ok) return found
    const { circleId, phase } = found.value
    if (phase === 'wrapped' || phase === 'cancelled') {
      return refuse('conflict', 'The meeting is over.', { reason: `meeting.already-${phase}` })
    }
    if (await upsertRsvp(tx, id, actor.memberId, answer)) {
      const payload = { circleId, meetingId: id, memberId: actor.memberId }
      const common = { audience: { circleId }, by: actor.memberId }
      await context.journal.append(tx, [{ name: 'meeting.rsvp-answered', payload, ...common }])
    }
    return accept(null)
  })
