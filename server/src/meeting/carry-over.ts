import type { Actor } from '@rondo/shared/account/model.ts'
import { carriesOf } from '@rondo/shared/capture/carries.ts'
import type { Capture, CarriedCapture, UndiscussedSegment } from '@rondo/shared/capture/model.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { undiscussedIn } from '@rondo/shared/document/undiscussed.ts'
import { addSegment } from '@rondo/shared/document/write-segment.ts'
import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { capturesFor, tellChanged } from '../capture/index.ts'
import { NOWHERE, nameOf, permit } from '../circle/index.ts'
import type { DocumentContext } from '../page/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import {
  findSettled,
  settledSegments,
  upsertSettled,
  type WrappedMeeting,
  wrappedBefore,
} from './carry-over-store.ts'
import { ABSENT } from './queries.ts'
import { eventsOf, findMeeting, type ZonedMeeting } from './store.ts'

interface CarriedOver {
  captures: CarriedCapture[]
  undiscussed: UndiscussedSegment[]
}

/** "From last time": what is open from the circle's earlier meetings. What was copied along is one thing still. */
export const listCarriedOver = async (
  context: DocumentContext,
  actor: Actor,
  id: MeetingId,
): Promise<Result<CarriedOver>> => {
  const { db } = context
  const row = await findMeeting(db.read, id)
  const permitted = await permit(db.read, actor, 'read', row?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  if (row === undefined) return { ok: false, refusal: ABSENT }
  const ended = await wrappedBefore(db.read, row)
  const meetingIds = ended.map(({ meetingId }) => meetingId)
  const open = await capturesFor(db.read, actor.memberId, { meetingIds, state: 'open' })
  const captures = open
    .toSorted((a, b) => place(meetingIds, a) - place(meetingIds, b) || a.position - b.position)
    .filter((one, index, all) => all.findIndex(({ id }) => id === one.id) === index)
    .map((one) => ({ ...one, carries: carriesOf(one, ended) }))
  return accept({ captures, undiscussed: await undiscussedBefore(context, row, ended[0]) })
}

const place = (meetingIds: readonly MeetingId[], { meetingId }: Capture): number =>
  meetingId === null ? meetingIds.length : meetingIds.indexOf(meetingId)

/**
 * Segments of the meeting before that nobody came to and about which nothing was said since. One that stands on this agenda
 * by the same title comes up by itself; one that was added to it and stands there no more is offered again.
 */
const undiscussedBefore = async (
  { db, documents }: DocumentContext,
  { id: here, documentId }: ZonedMeeting,
  last: WrappedMeeting | undefined,
): Promise<UndiscussedSegment[]> => {
  if (last === undefined) return []
  const state = foldMeeting(await eventsOf(db.read, last.meetingId))
  const visits = state.phase === 'wrapped' ? state.visits : []
  const entered = new Set(visits.map(({ segmentId }) => segmentId))
  const before = await documents.read(last.documentId, (doc) => undiscussedIn(doc, entered))
  const agenda = (await documents.read(documentId, (doc) => readSegments(doc)))?.value ?? []
  const settled = (await settledSegments(db.read, last.meetingId))
    .filter(({ how, saidIn }) => how === 'let-go' || saidIn !== here)
    .map(({ segmentId }) => segmentId)
  const known: ReadonlySet<string> = new Set<string>([
    ...settled,
    ...agenda.flatMap(({ id, title }) => [id, plain(title)]),
  ])
  return (before?.value ?? [])
    .filter(({ id, title }) => !known.has(id) && !known.has(plain(title)))
    .map(({ id, title, minutes }) => ({
      segmentId: id,
      title,
      minutes,
      meetingId: last.meetingId,
      meetingNumber: last.number,
    }))
}

const plain = (title: string): string => title.trim().toLocaleLowerCase()

/** Takes a segment into this agenda, under the id that it had, or lets it go. Of two people at once one is told. */
export const settleUndiscussed = async (
  context: DocumentContext,
  actor: Actor,
  { meetingId, segmentId }: { meetingId: MeetingId; segmentId: SegmentId },
  how: 'add' | 'let-go',
): Promise<Result<null>> => {
  const { db, documents } = context
  const row = await findMeeting(db.read, meetingId)
  const permitted = await permit(db.read, actor, 'write', row?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  if (row === undefined) return { ok: false, refusal: ABSENT }
  if (row.phase === 'wrapped' || row.phase === 'cancelled') {
    return refuse('conflict', 'The meeting is over.', { reason: `meeting.already-${row.phase}` })
  }
  const [last] = await wrappedBefore(db.read, row)
  const seen = last && (await findSettled(db.read, last.meetingId, segmentId))
  const offered = await undiscussedBefore(context, row, last)
  const segment = offered.find((one) => one.segmentId === segmentId)
  const said = await transact(db, async (tx) => {
    const earlier = last && (await findSettled(tx, last.meetingId, segmentId))
    const isNews = earlier?.at !== seen?.at || segment === undefined
    if (earlier !== undefined && isNews) return tooLate(tx, earlier)
    if (segment === undefined) return { ok: false as const, refusal: NOT_OFFERED }
    return settle(context, tx, actor, row, segment, how)
  })
  if (!said.ok || segment === undefined || how === 'let-go') return said
  await documents.write(row.documentId, actor.memberId, (doc) =>
    addSegment(doc, { type: 'segment', id: segmentId, line: segment.title, minutes: segment.minutes }),
  )
  return said
}

const NOT_OFFERED = {
  code: 'not-found' as const,
  detail: 'The meeting before this one has no such segment left.',
}

const settle = async (
  context: DocumentContext,
  tx: Tx,
  { memberId: by }: Actor,
  { id: saidIn, circleId, pageId }: ZonedMeeting,
  { meetingId, segmentId }: UndiscussedSegment,
  how: 'add' | 'let-go',
): Promise<Result<null>> => {
  const at = context.clock.now()
  await upsertSettled(tx, { meetingId, segmentId, how, saidIn, by, at })
  await tellChanged(context, tx, { pageId, circleId, meetingId: saidIn }, by)
  return accept(null)
}

const tooLate = async (
  tx: Tx,
  { how, by }: { how: 'add' | 'let-go'; by: Parameters<typeof nameOf>[1] },
): Promise<ReturnType<typeof refuse>> => {
  const did = how === 'add' ? 'added this to an agenda' : 'let this go'
  return refuse('conflict', `${await nameOf(tx, by)} ${did} meanwhile.`, {
    reason: `meeting.segment-${how === 'add' ? 'added' : 'let-go'}-meanwhile`,
  })
}
