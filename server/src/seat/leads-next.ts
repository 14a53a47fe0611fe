import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { findMeeting, nextMeeting } from '../meeting/index.ts'
import { tell } from '../notify/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import type { SeatContext } from './seat-context.ts'

export const LEAD = 'seat.lead'

/** The rota takes a moment to follow who served; then it is known who leads next. */
export const LEAD_AFTER = MINUTE

/** Tells whoever leads the circle's next meeting, once the one before it is wrapped up. Of one meeting nobody is told twice. */
export const leadHandler = (context: SeatContext): Handler<Tx> => ({
  run: async (tx, { key }) => {
    const wrapped = await findMeeting(tx, key as MeetingId)
    if (wrapped === undefined) return null
    const next = await nextMeeting(tx, wrapped.circleId, context.clock.now())
    if (next === undefined || next.facilitatorId === null) return null
    const { id: meetingId, circleId, startsAt, facilitatorId } = next
    const about = { kind: 'leads-next', circleId, meetingId, startsAt } as const
    await tell(context, tx, [facilitatorId], { key: `leads-next ${meetingId}`, about })
    return null
  },
})
