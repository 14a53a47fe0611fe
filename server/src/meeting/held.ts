import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader } from '../platform/db/database.ts'
import { cancelReasonsOf, meetingsOfSince, rolesOf } from './store.ts'

/** A meeting as a calendar shows it, whether it is to come, over or called off. */
export interface HeldMeeting {
  id: MeetingId
  circleId: CircleId
  title: string
  timeZone: string
  startsAt: Instant
  plannedMinutes: number
  /** Null where it was not called off. */
  cancelReason: string | null
  roles: { role: string; memberId: MemberId | null }[]
}

/** All meetings of some circles from an instant on, soonest first. Whoever calls it has asked `may`. */
export const meetingsSince = async (
  reader: Reader,
  circleIds: readonly CircleId[],
  since: Instant,
): Promise<HeldMeeting[]> => {
  const rows = await meetingsOfSince(reader, circleIds, since)
  const reasons = await cancelReasonsOf(reader, rows)
  return rows.map((row) => {
    const { id, circleId, title, timeZone, startsAt, plannedMinutes } = row
    const roles = Object.entries(rolesOf(row)).map(([role, memberId]) => ({ role, memberId }))
    const cancelReason = reasons.get(id) ?? null
    return { id, circleId, title, timeZone, startsAt, plannedMinutes, cancelReason, roles }
  })
}
