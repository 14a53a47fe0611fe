import type { CircleId, MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import { RITUALS, type Ritual, type RitualName } from '@rondo/shared/ritual/model.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { RitualTables } from '../platform/db/tables/ritual.ts'
import { DEFAULTS } from './rules.ts'

type RitualRow = RitualTables['ritual']

const ritualOf = ({ name, isOn, weekday, time, version }: RitualRow): Ritual => ({
  name,
  isOn: isOn === 1,
  hour: weekday === null || time === null ? null : { weekday, time },
  version,
})

/** The rituals of a circle, as it set them or as they come. */
export const ritualsOf = async (reader: Reader, circleId: CircleId): Promise<Ritual[]> => {
  const rows = await reader.selectFrom('ritual').selectAll().where('circleId', '=', circleId).execute()
  const set = new Map(rows.map((row) => [row.name, ritualOf(row)]))
  return RITUALS.map((name) => set.get(name) ?? DEFAULTS[name])
}

export const ritualNamed = async (reader: Reader, circleId: CircleId, name: RitualName): Promise<Ritual> =>
  (await ritualsOf(reader, circleId)).find((ritual) => ritual.name === name) ?? DEFAULTS[name]

/** Who set it last; undefined while it is as it comes. */
export const setBy = async (
  reader: Reader,
  circleId: CircleId,
  name: RitualName,
): Promise<MemberId | undefined> => {
  const row = await reader
    .selectFrom('ritual')
    .select('changedBy')
    .where('circleId', '=', circleId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.changedBy
}

export const saveRitual = async (
  tx: Tx,
  circleId: CircleId,
  { name, isOn, hour, version }: Ritual,
  changedBy: MemberId,
): Promise<void> => {
  const set = {
    isOn: isOn ? (1 as const) : (0 as const),
    weekday: hour?.weekday ?? null,
    time: hour?.time ?? null,
    version,
    changedBy,
  }
  await tx
    .insertInto('ritual')
    .values({ circleId, name, ...set })
    .onConflict((conflict) => conflict.columns(['circleId', 'name']).doUpdateSet(set))
    .execute()
}

export const circleWith = (reader: Reader, id: CircleId) =>
  reader.selectFrom('circle').select(['id', 'status', 'timeZone']).where('id', '=', id).executeTakeFirst()

export const activeCircles = async (reader: Reader): Promise<CircleId[]> => {
  const rows = await reader.selectFrom('circle').select('id').where('status', '=', 'active').execute()
  return rows.map(({ id }) => id)
}

/** A meeting of this format in the circle that was to be at about this time. */
export const meetingAbout = (
  reader: Reader,
  circleId: CircleId,
  format: string,
  at: Instant,
): Promise<{ id: MeetingId; documentId: string; startsAt: Instant } | undefined> =>
  reader
    .selectFrom('meeting')
    .select(['id', 'documentId', 'startsAt'])
    .where('circleId', '=', circleId)
    .where('format', '=', format)
    .where('phase', 'in', ['scheduled', 'live'])
    .where('startsAt', '>=', at - 12 * HOUR)
    .where('startsAt', '<=', at + 12 * HOUR)
    .orderBy('startsAt')
    .executeTakeFirst()

/** Brown-bags that are to come within a span. */
export const brownBagsBefore = async (
  reader: Reader,
  circleId: CircleId,
  after: Instant,
  until: Instant,
): Promise<MeetingId[]> => {
  const rows = await reader
    .selectFrom('meeting')
    .select('id')
    .where('circleId', '=', circleId)
    .where('format', '=', 'brown-bag')
    .where('phase', '=', 'scheduled')
    .where('startsAt', '>', after)
    .where('startsAt', '<=', until)
    .execute()
  return rows.map(({ id }) => id)
}

export const wereWinsOpened = async (reader: Reader, circleId: CircleId, week: string): Promise<boolean> => {
  const row = await reader
    .selectFrom('winsOpened')
    .select('meetingId')
    .where('circleId', '=', circleId)
    .where('week', '=', week)
    .executeTakeFirst()
  return row !== undefined
}

export const insertWinsOpened = async (tx: Tx, row: RitualTables['winsOpened']): Promise<void> => {
  await tx.insertInto('winsOpened').values(row).execute()
}

/** Answers whether it had not been called before. */
export const insertCall = async (
  tx: Tx,
  meetingId: MeetingId,
  segmentId: SegmentId,
  calledAt: Instant,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('slotCalled')
    .values({ meetingId, segmentId, calledAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
