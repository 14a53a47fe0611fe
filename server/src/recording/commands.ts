import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Upload } from '@rondo/shared/media/model.ts'
import type { Recording } from '@rondo/shared/recording/model.ts'
import * as media from '../media/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { mayRemove, meetingFor, recordingFor, told } from './queries.ts'
import { labelOf, whyNoRecording } from './rules.ts'
import { deleteRecording, insertRecording, type RecordingRow, setBeginning } from './store.ts'
import { deleteTranscript } from './transcript-store.ts'

/** What a recording is called by the room that takes its bytes. */
const PURPOSE = 'recording'

/** The meeting, if the actor may add a recording to it now. */
const meetingToRecord = async (tx: Tx, actor: Actor, id: MeetingId) => {
  const found = await meetingFor(tx, actor, 'write', id)
  if (!found.ok) return found
  const refusal = whyNoRecording(found.value.meeting.phase)
  return refusal === null ? found : { ok: false as const, refusal }
}

export const addLink = (
  context: media.MediaContext,
  actor: Actor,
  meetingId: MeetingId,
  { url, label = labelOf(url) }: { url: string; label?: string | undefined },
): Promise<Result<Recording>> =>
  transact(context.db, async (tx) => {
    const found = await meetingToRecord(tx, actor, meetingId)
    if (!found.ok) return found
    const { meeting, thing } = found.value
    const about = { meetingId, circleId: meeting.circleId, label, url, fileId: null, type: null }
    const row = await addRecording(context, tx, actor, about)
    return accept(told(actor, { ...row, bytes: null }, thing))
  })

type About = Pick<RecordingRow, 'meetingId' | 'circleId' | 'label' | 'url' | 'fileId' | 'type'>

export const addRecording = async (
  { clock, ids, journal }: media.MediaContext,
  tx: Tx,
  { memberId }: Pick<Actor, 'memberId'>,
  about: About,
): Promise<RecordingRow> => {
  const row: RecordingRow = {
    ...about,
    id: ids.next<'recording'>(),
    startsAt: null,
    addedBy: memberId,
    addedAt: clock.now(),
    transcriptVersion: 0,
    notices: '[]',
  }
  await insertRecording(tx, row)
  const { circleId, meetingId } = about
  const payload = { circleId, meetingId, recordingId: row.id, by: memberId }
  await journal.append(tx, [{ name: 'recording.added', payload, audience: { circleId }, by: memberId }])
  return row
}

export const changed = async (
  { journal }: media.MediaContext,
  tx: Tx,
  { memberId: by }: Actor,
  { id, circleId, meetingId }: Pick<RecordingRow, 'id' | 'circleId' | 'meetingId'>,
): Promise<void> => {
  const payload = { circleId, meetingId, recordingId: id }
  await journal.append(tx, [{ name: 'recording.changed', payload, audience: { circleId }, by }])
}

export const beginUpload = (
  context: media.MediaContext,
  actor: Actor,
  meetingId: MeetingId,
  { label, bytes }: { label: string; bytes: number },
): Promise<Result<Upload>> =>
  transact(context.db, async (tx) => {
    const found = await meetingToRecord(tx, actor, meetingId)
    if (!found.ok) return found
    const { circleId } = found.value.meeting
    return media.beginUpload(context, tx, actor, {
      circleId,
      purpose: PURPOSE,
      target: meetingId,
      label,
      bytes,
    })
  })

/** Of two who say at once when it begins, the later one is told. */
export const changeRecording = (
  context: media.MediaContext,
  actor: Actor,
  id: RecordingId,
  { startsAt, from }: { startsAt: Instant | null; from: Instant | null },
): Promise<Result<Recording>> =>
  transact(context.db, async (tx) => {
    const found = await recordingFor(tx, actor, 'write', id)
    if (!found.ok) return found
    const { row, thing } = found.value
    if (row.startsAt !== from)
      return refuse('conflict', 'Somebody said meanwhile when this recording begins. Look again.', {
        reason: 'recording.begins-otherwise',
      })
    await setBeginning(tx, id, startsAt)
    await changed(context, tx, actor, row)
    return accept(told(actor, { ...row, startsAt }, thing))
  })

/** The recording and what was said in it are gone at once; its bytes a day later. */
export const removeRecording = (
  context: media.MediaContext,
  actor: Actor,
  id: RecordingId,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await recordingFor(tx, actor, 'read', id)
    if (!found.ok) return found
    const { row, thing } = found.value
    if (!mayRemove(actor, row, thing))
      return refuse('forbidden', 'Only whoever added a recording, or a host of the circle, takes it out.', {
        reason: 'recording.not-yours',
      })
    await deleteTranscript(tx, id)
    const fileId = await deleteRecording(tx, id)
    if (fileId !== null) await media.setIdle(tx, fileId, context.clock.now())
    await changed(context, tx, actor, row)
    return accept(null)
  })
