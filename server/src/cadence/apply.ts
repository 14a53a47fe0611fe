import type { DueMeeting } from '@rondo/shared/cadence/occurrences.ts'
import type { Format } from '@rondo/shared/format/model.ts'
import type { DocumentId, MeetingId } from '@rondo/shared/kernel/id.ts'
import {
  type createAgenda,
  movePlanned,
  recordMeeting,
  retitlePlanned,
  withdrawPlanned,
} from '../meeting/index.ts'
import type { DocumentContext } from '../page/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Standing } from './rules.ts'
import { changeOccurrence, insertOccurrence } from './store.ts'
import type { Wanted, Work } from './work.ts'

export interface Prepared {
  wanted: Wanted
  format: Format
  /** Documents for new meetings; without one left a meeting waits for the next round. */
  agendas: readonly Awaited<ReturnType<typeof createAgenda>>[]
}

export interface Applied {
  made: DocumentId[]
  moved: number
  withdrawn: number
  kept: MeetingId[]
  /** Whether everything was done. */
  isAll: boolean
}

/** Does the work, in one transaction. */
export const apply = async (
  context: DocumentContext,
  tx: Tx,
  prepared: Prepared,
  work: Work,
): Promise<Applied> => {
  const { cadence, shape } = prepared.wanted
  const by = cadence.changedBy
  const surplus = await withdrawAll(context, tx, prepared, work.withdraw)
  const outdated = await withdrawAll(context, tx, prepared, work.outdated)
  // What cannot go stays as it is, and is not asked again until the format changes once more.
  for (const { meetingId } of outdated.stayed) await changeOccurrence(tx, meetingId, { shape })
  await takePlaces(tx, work)
  for (const { meeting, to } of work.move) await movePlanned(context, tx, meeting.meetingId, to.startsAt, by)
  for (const { meetingId } of work.retitle) {
    await retitlePlanned(context, tx, meetingId, cadence.title, by)
    await changeOccurrence(tx, meetingId, { title: cadence.title })
  }
  const taken = new Set(outdated.stayed.map(({ date }) => date))
  const create = work.create.filter(({ date }) => !taken.has(date))
  const made = await makeAll(context, tx, prepared, create)
  return {
    made,
    moved: work.move.length,
    withdrawn: surplus.gone,
    kept: [...work.keep, ...surplus.stayed, ...outdated.stayed].map(({ meetingId }) => meetingId),
    isAll: made.length === create.length,
  }
}

const withdrawAll = async (
  context: DocumentContext,
  tx: Tx,
  { wanted }: Prepared,
  meetings: readonly Standing[],
): Promise<{ gone: number; stayed: Standing[] }> => {
  const stayed: Standing[] = []
  for (const meeting of meetings) {
    const isGone = await withdrawPlanned(context, tx, meeting.meetingId, wanted.cadence.changedBy)
    if (!isGone) stayed.push(meeting)
  }
  return { gone: meetings.length - stayed.length, stayed }
}

/** First away from the old days, then on to the new ones: two meetings may change places. */
const takePlaces = async (tx: Tx, { move, rename }: Work): Promise<void> => {
  const places = [
    ...move.map(({ meeting, to }) => ({ meeting, date: to.date, plannedAt: to.startsAt })),
    ...rename.map(({ meeting, date }) => ({ meeting, date, plannedAt: meeting.plannedAt })),
  ]
  for (const { meeting } of places)
    await changeOccurrence(tx, meeting.meetingId, { date: `was ${meeting.date}` })
  for (const { meeting, ...place } of places) await changeOccurrence(tx, meeting.meetingId, place)
}

const makeAll = async (
  context: DocumentContext,
  tx: Tx,
  { wanted, format, agendas }: Prepared,
  places: readonly DueMeeting[],
): Promise<DocumentId[]> => {
  const { id: cadenceId, circleId, title, format: ref, changedBy: by } = wanted.cadence
  const made: DocumentId[] = []
  for (const { date, startsAt } of places.slice(0, agendas.length)) {
    const agenda = agendas[made.length]
    if (agenda === undefined) break
    const { documentId, digest, parts } = agenda
    const meetingId = context.ids.next<'meeting'>()
    const plan = { title, format: ref, startsAt, segments: format.segments, roles: format.roles }
    await recordMeeting(context, tx, { id: meetingId, circleId, documentId, parts, by, plan })
    const origin = { cadenceId, date, meetingId, plannedAt: startsAt }
    await insertOccurrence(tx, { ...origin, title, shape: wanted.shape, digest })
    made.push(documentId)
  }
  return made
}
