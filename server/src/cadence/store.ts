import type { Locale } from '@rondo/shared/account/model.ts'
import type { CadencePlan } from '@rondo/shared/cadence/model.ts'
import type { Status } from '@rondo/shared/circle/model.ts'
import type { Format } from '@rondo/shared/format/model.ts'
import type { CadenceId, CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CadenceTables } from '../platform/db/tables/cadence.ts'
import { passesOf, turnsOf } from '../rotation/index.ts'

type CadenceRow = CadenceTables['cadence']
export type OccurrenceRow = CadenceTables['cadenceOccurrence']

/** A cadence with the zone that its circle has now, and where that is in its life. */
export interface ZonedCadence extends CadencePlan {
  id: CadenceId
  circleId: CircleId
  version: number
  timeZone: string
  status: Status
  keptFormat: Format
  locale: Locale
  changedBy: CadenceRow['changedBy']
  changedAt: Instant
  endedAt: Instant | null
}

const cadences = (reader: Reader) =>
  reader
    .selectFrom('cadence')
    .innerJoin('circle', 'circle.id', 'cadence.circleId')
    .selectAll('cadence')
    .select(['circle.timeZone', 'circle.status'])

type Joined = CadenceRow & Pick<ZonedCadence, 'timeZone' | 'status'>

const plain = ({ times, exceptions, keptFormat, ...row }: Joined): ZonedCadence => ({
  ...row,
  keptFormat: JSON.parse(keptFormat),
  times: JSON.parse(times),
  exceptions: JSON.parse(exceptions),
})

/** The latest cadence of a circle; it may have ended. */
export const latestCadence = async (
  reader: Reader,
  circleId: CircleId,
): Promise<ZonedCadence | undefined> => {
  const row = await cadences(reader)
    .where('cadence.circleId', '=', circleId)
    .orderBy('cadence.version', 'desc')
    .executeTakeFirst()
  return row && plain(row)
}

export const findCadence = async (reader: Reader, id: CadenceId): Promise<ZonedCadence | undefined> => {
  const row = await cadences(reader).where('cadence.id', '=', id).executeTakeFirst()
  return row && plain(row)
}

/** Every cadence that goes on in a circle that is active. */
export const runningCadences = async (reader: Reader): Promise<CadenceId[]> => {
  const rows = await reader
    .selectFrom('cadence')
    .innerJoin('circle', 'circle.id', 'cadence.circleId')
    .select('cadence.id')
    .where('cadence.endedAt', 'is', null)
    .where('circle.status', '=', 'active')
    .orderBy('cadence.id')
    .execute()
  return rows.map(({ id }) => id)
}

type Written = Omit<ZonedCadence, 'timeZone' | 'status'>

export const saveCadence = async (
  tx: Tx,
  { times, exceptions, keptFormat, ...row }: Written,
): Promise<void> => {
  const lists = { times: JSON.stringify(times), exceptions: JSON.stringify(exceptions) }
  const { id, ...change } = { ...row, ...lists, keptFormat: JSON.stringify(keptFormat) }
  await tx
    .insertInto('cadence')
    .values({ id, ...change })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute()
}

export const closeCadence = async (
  tx: Tx,
  id: CadenceId,
  change: Pick<CadenceRow, 'version' | 'changedBy' | 'changedAt' | 'endedAt'>,
): Promise<void> => {
  await tx.updateTable('cadence').set(change).where('id', '=', id).execute()
}

/** The meetings of a cadence from a day on, with what tells whether somebody touched them. */
export const occurrencesOf = (reader: Reader, id: CadenceId, since: string) =>
  reader
    .selectFrom('cadenceOccurrence as made')
    .innerJoin('meeting', 'meeting.id', 'made.meetingId')
    .selectAll('made')
    .select([
      'meeting.phase',
      'meeting.startsAt',
      'meeting.documentId',
      'meeting.title as titleNow',
      'meeting.pageId',
    ])
    .where('made.cadenceId', '=', id)
    .where((is) => is.or([is('made.date', '>=', since), is('meeting.phase', 'in', ['scheduled', 'live'])]))
    .orderBy('made.date')
    .execute()

export type Made = Awaited<ReturnType<typeof occurrencesOf>>[number]

/** Those meetings in whose log, answers or turns a person left something. */
export const touchedInPerson = async (
  reader: Reader,
  meetingIds: readonly MeetingId[],
): Promise<Set<MeetingId>> => {
  if (meetingIds.length === 0) return new Set()
  const events = await reader
    .selectFrom('meetingEvent')
    .select('meetingId')
    .distinct()
    .where('meetingId', 'in', meetingIds)
    .where('type', 'not in', ['scheduled', 'rescheduled', 'roles-planned'])
    .execute()
  const answers = await reader
    .selectFrom('rsvp')
    .select('meetingId')
    .distinct()
    .where('meetingId', 'in', meetingIds)
    .execute()
  const turns = await turnsOf(reader, meetingIds)
  const passes = await passesOf(reader, meetingIds)
  return new Set([...events, ...answers, ...turns, ...passes].map(({ meetingId }) => meetingId))
}

export const insertOccurrence = async (tx: Tx, row: OccurrenceRow): Promise<void> => {
  await tx.insertInto('cadenceOccurrence').values(row).execute()
}

export const changeOccurrence = async (
  tx: Tx,
  meetingId: MeetingId,
  change: Partial<Omit<OccurrenceRow, 'cadenceId' | 'meetingId'>>,
): Promise<void> => {
  await tx.updateTable('cadenceOccurrence').set(change).where('meetingId', '=', meetingId).execute()
}

/** The language of a member, in which the words of a preset become content. */
export const localeOf = async (reader: Reader, memberId: MemberId): Promise<Locale> => {
  const row = await reader.selectFrom('member').select('locale').where('id', '=', memberId).executeTakeFirst()
  return row?.locale ?? 'en'
}

/** The zone in which a circle names its times. */
export const zoneOf = async (reader: Reader, circleId: CircleId): Promise<string> => {
  const { timeZone } = await reader
    .selectFrom('circle')
    .select('timeZone')
    .where('id', '=', circleId)
    .executeTakeFirstOrThrow()
  return timeZone
}
