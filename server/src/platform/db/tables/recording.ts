import type { CircleId, FileId, MeetingId, MemberId, RecordingId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Generated } from 'kysely'

export interface RecordingTables {
  /** Of a meeting: a link to somewhere else, or an upload. */
  recording: {
    id: RecordingId
    meetingId: MeetingId
    circleId: CircleId
    label: string
    url: string | null
    fileId: FileId | null
    type: string | null
    /** When it begins, by the clock of the meeting; null: with the meeting. */
    startsAt: Instant | null
    addedBy: MemberId
    addedAt: Instant
    /** 0 without a transcript; each new one counts up. */
    transcriptVersion: number
    /** JSON: what was found wrong in the transcript. */
    notices: string
  }

  /** Who speaks in a transcript, in the order of their first words. */
  speaker: { recordingId: RecordingId; number: number; name: string; memberId: MemberId | null }

  cue: {
    id: Generated<number>
    recordingId: RecordingId
    position: number
    /** Milliseconds from the beginning of the recording. */
    start: number
    end: number
    speaker: number | null
    text: string
  }

  /** Full-text index; the row's number is the cue's id. */
  cueWords: { rowid: number; text: string }
}
