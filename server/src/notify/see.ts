import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { About } from '@rondo/shared/notify/model.ts'
import { eventsOf, findMeeting } from '../meeting/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { aboutOf, circlesById, type NotificationRow } from './store.ts'

/** A notification with what it is about, as things are now. */
export interface Seen {
  row: NotificationRow
  about: About
  circle: { id: CircleId; name: string; timeZone: string; visibility: 'open' | 'confidential' }
  /** Of the meeting; null where it is about the circle, or the meeting is gone. */
  title: string | null
  /** What the member does in the meeting. */
  roles: string[]
}

/** Looks up what notifications are about. What their member may read has been asked before. */
export const see = async (reader: Reader, rows: readonly NotificationRow[]): Promise<Seen[]> => {
  const circles = await circlesById(reader, [...new Set(rows.map(({ circleId }) => circleId))])
  const seen: Seen[] = []
  for (const row of rows) {
    const circle = circles.find(({ id }) => id === row.circleId)
    if (circle === undefined) continue
    const about = aboutOf(row)
    seen.push({ row, about, circle, ...(await meetingSeen(reader, about, row.memberId)) })
  }
  return seen
}

const meetingSeen = async (
  reader: Reader,
  about: About,
  memberId: MemberId,
): Promise<Pick<Seen, 'title' | 'roles'>> => {
  if (about.kind === 'drift' || about.kind === 'thanked') return { title: null, roles: [] }
  const meeting = await findMeeting(reader, about.meetingId)
  if (meeting === undefined) return { title: null, roles: [] }
  const state = foldMeeting(await eventsOf(reader, about.meetingId))
  const held = state.phase === 'unscheduled' ? [] : Object.entries(state.roles)
  const roles = held.flatMap(([role, holder]) => (holder === memberId ? [role] : []))
  return { title: meeting.title, roles }
}
