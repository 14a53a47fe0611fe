import type { Meetings } from '../rotation/index.ts'
import { replan } from './plan-log.ts'
import { upcomingMeetings } from './queries.ts'
import { findMeeting } from './store.ts'

/** What the rota asks of meetings. */
export const rotaMeetings: Meetings = {
  upcoming: upcomingMeetings,
  circleOf: async (reader, id) => (await findMeeting(reader, id))?.circleId,
  planRoles: async (context, tx, changes, by) => {
    for (const { meetingId, roles } of changes) {
      const meeting = await findMeeting(tx, meetingId)
      if (meeting?.phase === 'scheduled')
        await replan(context, tx, meeting, { type: 'roles-planned', roles }, by)
    }
  },
}
