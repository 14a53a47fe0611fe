import { readSegments } from '@rondo/shared/document/read-segments.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { eventsOf, findMeeting } from '../meeting/index.ts'
import { tell } from '../notify/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import type { RitualContext } from './ritual-context.ts'
import { nextCall } from './rules.ts'
import { insertCall, ritualNamed } from './store.ts'

export const CALL = 'ritual.call'

/**
 * When the time of a slot is up, whoever comes next is called. Nothing ends by itself: the slot goes on until somebody
 * enters the next one, and its timer shows by how much it runs over.
 */
export const callHandler = (context: RitualContext): Handler<Tx> => ({
  prepare: async ({ key }) => {
    const meetingId = key as MeetingId
    const current = await currentSegment(context.db.read, meetingId)
    const meeting = await findMeeting(context.db.read, meetingId)
    if (current === null || meeting === undefined) return async () => null
    const read = await context.documents.read(meeting.documentId, readSegments)
    const slots = (read?.value ?? []).map(({ id, minutes, lead }) => ({ id, minutes, lead: lead ?? null }))
    const call = nextCall(slots, current)
    return async (tx) => {
      const { isOn } = await ritualNamed(tx, meeting.circleId, 'demo-day')
      if (call === null || !isOn || (await currentSegment(tx, meetingId))?.id !== current.id) return null
      const now = context.clock.now()
      if (now < call.at) return call.at
      if (await insertCall(tx, meetingId, call.slotId, now)) {
        const { circleId, startsAt } = meeting
        const about = { kind: 'up-next', circleId, meetingId, startsAt } as const
        await tell(context, tx, [call.memberId], { key: `call ${meetingId} ${call.slotId}`, about })
      }
      return null
    }
  },
})

const currentSegment = async (reader: Reader, meetingId: MeetingId) => {
  const state = foldMeeting(await eventsOf(reader, meetingId))
  const visit = state.phase === 'live' ? state.visits.at(-1) : undefined
  return visit === undefined ? null : { id: visit.segmentId, enteredAt: visit.enteredAt }
}
