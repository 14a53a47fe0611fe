import { WEEKS_AHEAD } from '@rondo/shared/cadence/model.ts'
import { type DueMeeting, occurrencesIn } from '@rondo/shared/cadence/occurrences.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { digestOf } from '../meeting/index.ts'
import type { DocumentContext } from '../page/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { isSettled, type Reconciliation, reconcile, type Standing } from './rules.ts'
import { type Made, occurrencesOf, touchedInPerson, type ZonedCadence } from './store.ts'

/** What has to be done for a cadence. */
export interface Work extends Reconciliation {
  /** Made from a format that is another one now: they go, and new ones take their days. */
  outdated: Standing[]
  /** Bear the title that the cadence had before. */
  retitle: Standing[]
}

/** What the cadence asks of its meetings now. */
export interface Wanted {
  cadence: ZonedCadence
  shape: string
  now: Instant
}

/** The meetings whose pages are as the cadence made them; only those may change. */
type Pristine = ReadonlySet<MeetingId>

/** What has to be done now. Without `pristine` every page passes for untouched: then it says what to look at. */
export const workOf = async (reader: Reader, wanted: Wanted, pristine?: Pristine): Promise<Work> => {
  const { cadence, shape, now } = wanted
  const rows = await occurrencesOf(reader, cadence.id, dayOf(now - DAY))
  const ahead = rows.filter(({ plannedAt }) => plannedAt > now).map(({ meetingId }) => meetingId)
  const inPerson = await touchedInPerson(reader, ahead)
  const isFixed = (row: Made): boolean =>
    isOutOfReach(row, now) || inPerson.has(row.meetingId) || pristine?.has(row.meetingId) === false
  const standing = rows.map((row) => ({ ...row, isFixed: isFixed(row) }))
  const outdated = standing.filter((row) => !row.isFixed && row.shape !== shape)
  const rest = standing.filter((row) => !outdated.includes(row))
  const retitle = rest.filter((row) => !row.isFixed && row.title !== cadence.title)
  return { ...reconcile(dueOf(cadence, now), rest, now), outdated, retitle }
}

export const isDone = (work: Work): boolean =>
  isSettled(work) && work.outdated.length === 0 && work.retitle.length === 0

/** Moved or renamed by hand, or over: the cadence has no say in it any more. */
const isOutOfReach = (row: Made, now: Instant): boolean =>
  row.phase !== 'scheduled' ||
  row.startsAt !== row.plannedAt ||
  row.titleNow !== row.title ||
  row.plannedAt <= now

/** What the cadence wants within the weeks for which meetings exist. */
const dueOf = (cadence: ZonedCadence, now: Instant): DueMeeting[] => {
  if (cadence.endedAt !== null || cadence.status === 'archived') return []
  return occurrencesIn(cadence, cadence.timeZone, { from: now, until: now + WEEKS_AHEAD * 7 * DAY })
}

/** Reads the pages of the meetings that are to change, and answers with those that nobody wrote in. */
export const pristineAmong = async (
  { db, documents }: DocumentContext,
  { cadence, now }: Wanted,
  { move, withdraw, outdated, retitle }: Work,
): Promise<Pristine> => {
  const changing = [...move.map(({ meeting }) => meeting), ...withdraw, ...outdated, ...retitle]
  const ids = new Set(changing.map(({ meetingId }) => meetingId))
  const pristine = new Set<MeetingId>()
  for (const { meetingId, documentId, digest } of await occurrencesOf(
    db.read,
    cadence.id,
    dayOf(now - DAY),
  )) {
    if (!ids.has(meetingId)) continue
    const looked = await documents.read(documentId, digestOf)
    if (looked?.value === digest) pristine.add(meetingId)
  }
  return pristine
}

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)
