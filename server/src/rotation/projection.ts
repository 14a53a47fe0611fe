import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { seatsOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Recorded } from '../journal/journal.ts'
import type { Tx } from '../platform/db/database.ts'
import type { JournalProjection } from '../projection/journal-projection.ts'
import { followRota } from './follow.ts'
import type { Meetings } from './rota.ts'

const MOVING = new Set(['rescheduled', 'started', 'wrapped', 'cancelled'])

/** Keeps the rota in line with what other rooms tell: seats taken and left, meetings made, moved, held and cancelled. */
export const rotaProjection = (context: Context, meetings: Meetings): JournalProjection => ({
  name: 'rota',
  version: 1,
  forget: () => Promise.resolve(),
  apply: async (tx, fact) => {
    const circleId = concernedBy(fact)
    const by = circleId && (fact.by ?? (await hostOf(tx, circleId)))
    if (circleId && by) await followRota(context, tx, meetings, circleId, by)
  },
})

/** In whose name the rota follows what the server did by itself. */
const hostOf = async (tx: Tx, circleId: CircleId): Promise<MemberId | undefined> =>
  (await seatsOf(tx, circleId)).find(({ isHost }) => isHost)?.memberId

const concernedBy = (fact: Recorded): CircleId | undefined => {
  switch (fact.name) {
    case 'circle.seat-taken':
    case 'circle.seat-left':
    case 'meeting.scheduled':
    case 'meeting.withdrawn':
      return fact.payload.circleId
    case 'meeting.event-recorded':
      return MOVING.has(fact.payload.event.type) ? fact.payload.circleId : undefined
    default:
      return undefined
  }
}
