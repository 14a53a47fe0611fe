import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Service, Tally } from '@rondo/shared/rotation/model.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** The ledger of a circle, oldest first. */
export const ledgerOf = (reader: Reader, circleId: CircleId): Promise<Service[]> =>
  reader
    .selectFrom('service')
    .select(['memberId', 'role', 'meetingId', 'servedAt'])
    .where('circleId', '=', circleId)
    .orderBy('servedAt')
    .orderBy('meetingId')
    .orderBy('memberId')
    .execute()

export const attendeesOf = async (reader: Reader, circleId: CircleId): Promise<Set<MemberId>> => {
  const rows = await reader
    .selectFrom('attendance')
    .select('memberId')
    .distinct()
    .where('circleId', '=', circleId)
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}

/** What a meeting that is over adds to the ledger. */
export interface Served {
  circleId: CircleId
  meetingId: MeetingId
  services: readonly Omit<Service, 'meetingId'>[]
  attended: readonly MemberId[]
}

/** Writes the ledger. It is append-only: the database refuses to change or forget a line. */
export const recordServed = async (tx: Tx, { circleId, meetingId, services, attended }: Served) => {
  if (services.length > 0) {
    const rows = services.map((service) => ({ ...service, circleId, meetingId }))
    await tx.insertInto('service').values(rows).execute()
  }
  if (attended.length > 0) {
    const rows = attended.map((memberId) => ({ circleId, meetingId, memberId }))
    await tx
      .insertInto('attendance')
      .values(rows)
      .onConflict((known) => known.doNothing())
      .execute()
  }
}

/** How often everybody held each role, and when last. */
export const talliesOf = (ledger: readonly Service[]): Tally[] => {
  const tallies = new Map<string, Tally>()
  for (const { memberId, role, servedAt } of ledger) {
    const key = `${role} ${memberId}`
    const times = (tallies.get(key)?.times ?? 0) + 1
    tallies.set(key, { memberId, role, times, lastServedAt: servedAt })
  }
  return [...tallies.values()]
}
