import type { Actor } from '@rondo/shared/account/model.ts'
import { type Action, may, type Thing } from '@rondo/shared/circle/may.ts'
import type { MeetingId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Upload } from '@rondo/shared/media/model.ts'
import type { Recording, Transcript } from '@rondo/shared/recording/model.ts'
import { NOWHERE, permit } from '../circle/index.ts'
import { type MediaContext, uploadOf, uploadsFor } from '../media/index.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { whyNoRecording } from './rules.ts'
import { findRecording, type RecordingWithFile, recordingsOf } from './store.ts'
import { cuesOf, speakersOf } from './transcript-store.ts'

/** The words in which the meeting itself refuses what is not there. */
const ABSENT_MEETING: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }
export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such recording.' }

type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** The meeting, if the actor may do this in its circle. */
export const meetingFor = async (
  reader: Reader,
  actor: Actor,
  action: Action,
  id: MeetingId,
): Promise<Result<{ meeting: Meeting; thing: Thing }>> => {
  const meeting = await findMeeting(reader, id)
  const permitted = await permit(reader, actor, action, meeting?.circleId ?? NOWHERE, ABSENT_MEETING)
  if (!permitted.ok) return permitted
  return meeting === undefined
    ? { ok: false, refusal: ABSENT_MEETING }
    : accept({ meeting, thing: permitted.value })
}

/** The recording, if the actor may do this in its circle. */
export const recordingFor = async (
  reader: Reader,
  actor: Actor,
  action: Action,
  id: RecordingId,
): Promise<Result<{ row: RecordingWithFile; thing: Thing }>> => {
  const row = await findRecording(reader, id)
  const permitted = await permit(reader, actor, action, row?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  return row === undefined ? { ok: false, refusal: ABSENT } : accept({ row, thing: permitted.value })
}

/** A recording is taken out by whoever added it, or by a host. */
export const mayRemove = (actor: Actor, row: RecordingWithFile, thing: Thing): boolean =>
  row.addedBy === actor.memberId ? may(actor, 'write', thing) : may(actor, 'manage', thing)

/** A recording as the actor sees it. */
export const told = (actor: Actor, row: RecordingWithFile, thing: Thing): Recording => {
  const { id, meetingId, label, url, fileId, type, bytes, startsAt, addedBy, addedAt, transcriptVersion } =
    row
  return {
    id,
    meetingId,
    label,
    url,
    file: fileId === null ? null : { id: fileId, type: type ?? '', bytes: bytes ?? 0 },
    startsAt,
    addedBy,
    addedAt,
    transcriptVersion,
    mayRemove: mayRemove(actor, row, thing),
  }
}

export const listRecordings = async (
  { db, mostBytes }: MediaContext,
  actor: Actor,
  id: MeetingId,
): Promise<Result<{ recordings: Recording[]; uploads: Upload[]; mayAdd: boolean; mostBytes: number }>> => {
  const found = await meetingFor(db.read, actor, 'read', id)
  if (!found.ok) return found
  const { meeting, thing } = found.value
  const rows = await recordingsOf(db.read, id)
  const uploads = await uploadsFor(db.read, id, actor.memberId)
  return accept({
    recordings: rows.map((row) => told(actor, row, thing)),
    uploads: uploads.map(uploadOf),
    mayAdd: may(actor, 'write', thing) && whyNoRecording(meeting.phase) === null,
    mostBytes,
  })
}

export const readTranscript = async (
  { db }: Pick<MediaContext, 'db'>,
  actor: Actor,
  id: RecordingId,
): Promise<Result<Transcript>> => {
  const found = await recordingFor(db.read, actor, 'read', id)
  return found.ok ? accept(await transcriptOf(db.read, found.value.row)) : found
}

export const transcriptOf = async (
  reader: Reader,
  { id, transcriptVersion, notices }: RecordingWithFile,
): Promise<Transcript> => ({
  version: transcriptVersion,
  speakers: await speakersOf(reader, id),
  cues: await cuesOf(reader, id),
  notices: JSON.parse(notices),
})
