import { USUAL_HOURS, type WorkingHours, workingHours } from '@rondo/shared/hours/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { HoursTables } from '../platform/db/tables/hours.ts'

/** When somebody works; the usual hours are assumed of whoever has not said it. */
export interface KnownHours {
  readonly hours: WorkingHours
  readonly isAssumed: boolean
}

const ASSUMED: KnownHours = { hours: USUAL_HOURS, isAssumed: true }

const toHours = ({ days, fromTime, toTime }: HoursTables['workingHours']): WorkingHours =>
  workingHours.parse({ days: JSON.parse(days), from: fromTime, to: toTime })

/** Answers for everybody who is asked about. */
export const hoursOf = async (
  reader: Reader,
  memberIds: readonly MemberId[],
): Promise<(memberId: MemberId) => KnownHours> => {
  const rows = await reader
    .selectFrom('workingHours')
    .selectAll()
    .where('memberId', 'in', memberIds)
    .execute()
  const said = new Map(rows.map((row) => [row.memberId, toHours(row)]))
  return (memberId) => {
    const hours = said.get(memberId)
    return hours === undefined ? ASSUMED : { hours, isAssumed: false }
  }
}

export const saveHours = async (
  tx: Tx,
  memberId: MemberId,
  hours: WorkingHours,
  changedAt: Instant,
): Promise<void> => {
  const row = { days: JSON.stringify(hours.days), fromTime: hours.from, toTime: hours.to, changedAt }
  await tx
    .insertInto('workingHours')
    .values({ memberId, ...row })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(row))
    .execute()
}

/** The zone in which a circle names its times. */
export const circleZone = async (reader: Reader, circleId: CircleId): Promise<string> =>
  (await reader.selectFrom('circle').select('timeZone').where('id', '=', circleId).executeTakeFirstOrThrow())
    .timeZone

/** The zones in which members live. */
export const zonesOf = async (
  reader: Reader,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> => {
  const rows = await reader
    .selectFrom('member')
    .select(['id', 'timeZone'])
    .where('id', 'in', memberIds)
    .execute()
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]))
}
