import type { Actor } from '@rondo/shared/account/model.ts'
import type { MemberId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Speaker, Transcript } from '@rondo/shared/recording/model.ts'
import { parseTranscript } from '@rondo/shared/recording/parse-transcript.ts'
import { seatsOf } from '../circle/index.ts'
import type { MediaContext } from '../media/index.ts'
import { transact } from '../platform/db/database.ts'
import { changed } from './commands.ts'
import { recordingFor, transcriptOf } from './queries.ts'
import {
  deleteTranscript,
  insertTranscript,
  keepTranscriptVersion,
  speakersOf,
  updateSpeaker,
} from './transcript-store.ts'

const NOTHING_SAID = refuse(
  'invalid',
  'There is nothing in this file that is said at a time. Choose a .vtt or .srt file.',
  { reason: 'recording.no-cues' },
)

const OTHER_TRANSCRIPT = refuse(
  'conflict',
  'Somebody added a transcript meanwhile. Look at it before you put yours in its place.',
  { reason: 'recording.other-transcript' },
)

/** Whole cues are kept, broken ones are named. Of two transcripts at once the later one is told of the other. */
export const putTranscript = (
  context: MediaContext,
  actor: Actor,
  id: RecordingId,
  { text, from }: { text: string; from: number },
): Promise<Result<Transcript>> =>
  transact(context.db, async (tx) => {
    const found = await recordingFor(tx, actor, 'write', id)
    if (!found.ok) return found
    const { row } = found.value
    if (row.transcriptVersion !== from) return OTHER_TRANSCRIPT
    const parsed = parseTranscript(text)
    if (parsed.cues.length === 0) return NOTHING_SAID
    const transcriptVersion = from + 1
    await deleteTranscript(tx, id)
    await insertTranscript(tx, id, parsed)
    await keepTranscriptVersion(tx, id, transcriptVersion, parsed.notices)
    await changed(context, tx, actor, row)
    const notices = JSON.stringify(parsed.notices)
    return accept(await transcriptOf(tx, { ...row, transcriptVersion, notices }))
  })

interface Called {
  name: string
  memberId: MemberId | null
}

/** In all cues at once, because they name the speaker by number. */
export const renameSpeaker = (
  context: MediaContext,
  actor: Actor,
  { recordingId, number }: { recordingId: RecordingId; number: number },
  { from, name, memberId }: Called & { from: Called },
): Promise<Result<Speaker>> =>
  transact(context.db, async (tx) => {
    const found = await recordingFor(tx, actor, 'write', recordingId)
    if (!found.ok) return found
    const { row } = found.value
    const was = (await speakersOf(tx, recordingId)).find((speaker) => speaker.number === number)
    if (was === undefined) return refuse('not-found', 'There is no such speaker.')
    if (was.name !== from.name || was.memberId !== from.memberId)
      return refuse('conflict', `Somebody named this speaker ${was.name} meanwhile.`, {
        reason: 'recording.named-otherwise',
      })
    const isSeated = (await seatsOf(tx, row.circleId)).some((seat) => seat.memberId === memberId)
    if (memberId !== null && memberId !== was.memberId && !isSeated) {
      const errors = [{ field: 'memberId', detail: 'has no seat in this circle' }]
      return refuse('invalid', 'Only somebody of the circle can be named as a member.', { errors })
    }
    const speaker = { number, name, memberId }
    await updateSpeaker(tx, recordingId, speaker)
    await changed(context, tx, actor, row)
    return accept(speaker)
  })
