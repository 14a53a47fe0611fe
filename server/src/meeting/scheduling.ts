import type { Actor } from '@rondo/shared/account/model.ts'
import type { FormatRef, PlannedSegment } from '@rondo/shared/format/model.ts'
import type { CircleId, DocumentId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { PartOfSegment } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { permit, seatsOf } from '../circle/index.ts'
import { nameToKeep } from '../format/index.ts'
import { addPage, type DocumentContext, pageProjection } from '../page/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { keepNamed, rolesOfNew } from '../rotation/index.ts'
import { createAgenda } from './agenda.ts'
import { nextNumber } from './numbering.ts'
import { meetingFor, upcomingMeetings } from './queries.ts'
import { stamp } from './rules.ts'
import { foldColumns, insertEvents, insertMeeting, zoneOf } from './store.ts'

export interface Plan {
  title: string
  format: FormatRef
  startsAt: Instant
  segments: readonly PlannedSegment[]
  /** What stands above the agenda. */
  page?: string | undefined
  /** The roles that the format names; those that it does not name are given to nobody. */
  roles?: readonly string[] | undefined
  facilitatorId?: MemberId | undefined
  presenterId?: MemberId | undefined
  noteTakerId?: MemberId | undefined
}

/** Makes the meeting, its page and its document; the document first, so that neither ever stands without it. */
export const scheduleMeeting = async (
  context: DocumentContext,
  actor: Actor,
  circleId: CircleId,
  plan: Plan,
): Promise<Result<Meeting>> => {
  const permitted = await permitPlan(context.db.read, actor, circleId, plan)
  if (!permitted.ok) return permitted
  const id = context.ids.next<'meeting'>()
  const { documentId, parts } = await createAgenda(context, plan)
  const scheduled = await transact(context.db, async (tx) => {
    const stillPermitted = await permitPlan(tx, actor, circleId, plan)
    if (!stillPermitted.ok) return stillPermitted
    await recordMeeting(context, tx, { id, circleId, documentId, parts, by: actor.memberId, plan })
    return accept(null)
  })
  if (!scheduled.ok) return scheduled
  await projectDocument(context, context.documents, pageProjection(context), documentId)
  return meetingFor(context.db.read, actor, id)
}

/** Whoever is named must sit in the circle. */
const permitPlan = async (
  reader: Reader,
  actor: Actor,
  circleId: CircleId,
  plan: Plan,
): Promise<Result<null>> => {
  const permitted = await permit(reader, actor, 'create', circleId)
  if (!permitted.ok) return permitted
  const named = await nameToKeep(reader, circleId, plan.format)
  if (!named.ok) return named
  const seated = new Set((await seatsOf(reader, circleId)).map(({ memberId }) => memberId))
  const errors = (['facilitatorId', 'presenterId', 'noteTakerId'] as const)
    .filter((field) => plan[field] !== undefined && !seated.has(plan[field]))
    .map((field) => ({ field, detail: 'has no seat in this circle' }))
  if (errors.length === 0) return accept(null)
  return refuse('invalid', 'Only members of the circle hold roles in its meetings.', { errors })
}

export interface Scheduled {
  id: MeetingId
  circleId: CircleId
  documentId: DocumentId
  /** What the room does in the segments of that document. */
  parts: readonly PartOfSegment[]
  by: MemberId
  plan: Plan
}

/** Writes the rows of a meeting whose document exists, and says so. Whoever calls it has asked `may`. */
export const recordMeeting = async (
  context: DocumentContext,
  tx: Tx,
  { id, circleId, documentId, parts, by, plan }: Scheduled,
): Promise<void> => {
  const { title, format, startsAt, facilitatorId, presenterId, noteTakerId } = plan
  const number = await nextNumber(tx, circleId)
  const named = { facilitator: facilitatorId, presenter: presenterId, 'note-taker': noteTakerId }
  const now = context.clock.now()
  const timeZone = await zoneOf(tx, circleId)
  const wanted = plan.roles ?? null
  const taking = { circleId, meetingId: id, named, by, startsAt, timeZone, wanted }
  const roles = await rolesOfNew(tx, taking, await upcomingMeetings(tx, circleId), now)
  const events = stamp([], [{ type: 'scheduled', startsAt, roles, parts: [...parts] }], by, now)
  const state = foldMeeting(events)
  if (state.phase !== 'scheduled') throw new Error('A scheduled meeting did not fold to a scheduled one')
  const pageId = context.ids.next<'page'>()
  const origin = { meetingId: id, meetingNumber: number, createdBy: by }
  await addPage(context, tx, { id: pageId, documentId, circleId, kind: 'show-notes', title, ...origin })
  const kept = await nameToKeep(tx, circleId, format)
  const formatName = kept.ok ? kept.value : null
  const plannedMinutes = plan.segments.reduce((sum, { minutes }) => sum + minutes, 0)
  const wantedRoles = wanted && JSON.stringify(wanted)
  const meeting = { id, circleId, number, title, format, formatName, plannedMinutes, pageId, documentId }
  await insertMeeting(tx, { ...meeting, wantedRoles, ...foldColumns(state) })
  await insertEvents(tx, id, events)
  await keepNamed(tx, taking)
  const common = { audience: { circleId }, by }
  await context.journal.append(tx, [
    { name: 'meeting.scheduled', payload: { circleId, meetingId: id }, ...common },
    ...events.map((event) => ({
      name: 'meeting.event-recorded' as const,
      payload: { circleId, meetingId: id, event },
      ...common,
    })),
  ])
}
