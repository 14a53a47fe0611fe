import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { seatsOf } from '../circle/index.ts'
import { findMeeting, rotaMeetings } from '../meeting/index.ts'
import { deleteUntold, tell } from '../notify/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import { passesOf, settleTurn, turnsOf } from '../rotation/index.ts'
import type { RitualContext } from './ritual-context.ts'
import { DECLINES, OFFERED_BEFORE } from './rules.ts'
import { brownBagsBefore, circleWith, ritualNamed } from './store.ts'

export const OFFER = 'ritual.offer'
const ROLE = 'presenter'

/**
 * Three days before a brown-bag, and whenever the rota changes after that: while nobody has confirmed that they present,
 * the rota's choice is asked. After two declines, or where nobody is left to ask, the stage is left open for everybody.
 */
export const offerHandler = (context: RitualContext): Handler<Tx> => ({
  run: async (tx, { key }) => {
    const meeting = await findMeeting(tx, key as MeetingId)
    if (meeting === undefined || meeting.phase !== 'scheduled') return null
    const { circleId, startsAt, presenterId } = meeting
    if (startsAt <= context.clock.now() || !(await ritualNamed(tx, circleId, 'brown-bag')).isOn) return null
    // What is archived stays as it is, also where a meeting was still to come.
    if ((await circleWith(tx, circleId))?.status === 'archived') return null
    const slot = await slotOf(tx, meeting.id, presenterId)
    if (slot.isDecided) return null
    const isOpen = slot.declined >= DECLINES || presenterId === null
    if (isOpen) await leaveOpen(context, tx, { meetingId: meeting.id, circleId, startsAt })
    else await ask(context, tx, { meetingId: meeting.id, circleId, startsAt }, presenterId)
    return null
  },
})

interface Place {
  meetingId: MeetingId
  circleId: CircleId
  startsAt: number
}

const slotOf = async (reader: Reader, meetingId: MeetingId, presenterId: MemberId | null) => {
  const turns = await turnsOf(reader, [meetingId])
  const passes = await passesOf(reader, [meetingId])
  return {
    // A decision for somebody who is away by now, or gone, binds nobody: the rota has gone on to another.
    isDecided: turns.some(
      ({ role, decision, memberId }) =>
        role === ROLE && decision !== null && (decision === 'left-open' || memberId === presenterId),
    ),
    declined: passes.filter(({ role, kind }) => role === ROLE && kind === 'declined').length,
  }
}

const ask = async (context: RitualContext, tx: Tx, place: Place, memberId: MemberId): Promise<void> => {
  const key = `offer ${place.meetingId} ${memberId}`
  await tell(context, tx, [memberId], { key, about: { kind: 'slot-offered', ...place } })
}

/** In the name of a host, for the rota keeps with each decision whose it is. */
const leaveOpen = async (context: RitualContext, tx: Tx, place: Place): Promise<void> => {
  const { meetingId, circleId } = place
  const seats = await seatsOf(tx, circleId)
  const host = seats.find(({ isHost }) => isHost)?.memberId
  if (host === undefined) return
  const cell = { meetingId, role: ROLE } as const
  await settleTurn(context, tx, rotaMeetings, cell, { decision: 'left-open', memberId: null }, host)
  for (const { memberId } of seats) await deleteUntold(tx, `offer ${meetingId} ${memberId}`, memberId)
  const everybody = seats.map(({ memberId }) => memberId)
  await tell(context, tx, everybody, { key: `open-mic ${meetingId}`, about: { kind: 'open-mic', ...place } })
}

/** Has the brown-bags of the next days looked at again, for the rota of their circle changed. */
export const lookAgain = async (
  { jobs, clock }: RitualContext,
  tx: Tx,
  circleId: CircleId,
): Promise<void> => {
  const now = clock.now()
  for (const meetingId of await brownBagsBefore(tx, circleId, now, now + OFFERED_BEFORE))
    await jobs.plan(tx, { kind: OFFER, key: meetingId, dueAt: now })
}
