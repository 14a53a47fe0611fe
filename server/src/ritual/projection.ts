import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { JournalProjection } from '../projection/journal-projection.ts'
import { lookAgain, OFFER } from './brown-bag.ts'
import { CALL } from './demo-slots.ts'
import { planWins } from './friday-wins.ts'
import type { RitualContext } from './ritual-context.ts'
import { OFFERED_BEFORE } from './rules.ts'

/** Follows circles and meetings: plans what rituals do at them, and takes back what is not wanted any more. */
export const ritualProjection = (context: RitualContext): JournalProjection => ({
  name: 'ritual',
  version: 1,
  // Planning again what was planned changes nothing, and what was done says so in its own table.
  forget: async () => {},
  apply: async (tx, fact) => {
    if (fact.name === 'circle.changed') await planWins(context, tx, fact.payload.circleId)
    if (fact.name === 'rotation.changed') await lookAgain(context, tx, fact.payload.circleId)
    if (fact.name === 'meeting.withdrawn') await takeBack(context, tx, fact.payload.meetingId)
    if (fact.name === 'meeting.event-recorded')
      await happened(context, tx, fact.payload.meetingId, fact.payload.event)
  },
})

const happened = async (
  context: RitualContext,
  tx: Tx,
  meetingId: MeetingId,
  event: MeetingEvent,
): Promise<void> => {
  switch (event.type) {
    case 'scheduled':
    case 'rescheduled':
      return planOffer(context, tx, meetingId, event.startsAt)
    case 'cancelled':
      return takeBack(context, tx, meetingId)
    case 'started':
    case 'segment-entered':
      return planCall(context, tx, meetingId, event.at)
    default:
  }
}

const planOffer = async (
  { jobs, clock }: RitualContext,
  tx: Tx,
  meetingId: MeetingId,
  startsAt: number,
): Promise<void> => {
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.format !== 'brown-bag' || startsAt <= clock.now()) return
  await jobs.plan(tx, { kind: OFFER, key: meetingId, dueAt: startsAt - OFFERED_BEFORE })
}

const planCall = async ({ jobs }: RitualContext, tx: Tx, meetingId: MeetingId, at: number): Promise<void> => {
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.format !== 'demo-day' || meeting.phase !== 'live') return
  await jobs.plan(tx, { kind: CALL, key: meetingId, dueAt: at })
}

const takeBack = ({ jobs }: RitualContext, tx: Tx, meetingId: MeetingId): Promise<void> =>
  jobs.withdraw(tx, { kind: OFFER, key: meetingId })
