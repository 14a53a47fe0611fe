import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, meetingId, memberId, recordingId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'
import { fileLabel, upload } from '../media/model.ts'
import { MOST_TEXT, MOST_TEXT_BYTES } from './limits.ts'
import { recording, recordingUrl, speaker, speakerName, spoken, transcript } from './model.ts'

const ofMeeting = z.strictObject({ meetingId })
const ofRecording = z.strictObject({ recordingId })

/** Whoever adds a recording says that those who can be heard or seen in it agreed. */
const consent = z.literal(true, 'must be said: everybody who can be heard or seen has agreed')

/** The recordings of a meeting, oldest first, and the asker's own uploads that are still on their way. */
export const listRecordings = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/recordings',
  access: 'member',
  params: ofMeeting,
  output: z.strictObject({
    recordings: z.array(recording),
    uploads: z.array(upload),
    mayAdd: z.boolean(),
    /** Bytes that one file may have. */
    mostBytes: z.int(),
  }),
})

export const addLink = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/recordings',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ url: recordingUrl, label: fileLabel.optional(), consent }),
  output: recording,
})

/** Keeps room for a recording. Its bytes follow by tus; with the last one it is among the recordings. */
export const beginUpload = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/uploads',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ label: fileLabel, bytes: z.int().min(1, 'must not be empty'), consent }),
  output: upload,
})

/** Says when it begins. `from` is what the asker saw: whoever is late is told (409). */
export const changeRecording = defineContract({
  method: 'PATCH',
  path: '/api/recordings/:recordingId',
  access: 'member',
  params: ofRecording,
  body: z.strictObject({ startsAt: instant.nullable(), from: instant.nullable() }),
  output: recording,
})

export const removeRecording = defineContract({
  method: 'DELETE',
  path: '/api/recordings/:recordingId',
  access: 'member',
  params: ofRecording,
  output: z.null(),
})

export const readTranscript = defineContract({
  method: 'GET',
  path: '/api/recordings/:recordingId/transcript',
  access: 'member',
  params: ofRecording,
  output: transcript,
})

/** A .vtt or .srt file, in the place of the transcript that the asker saw (0: none). */
export const putTranscript = defineContract({
  method: 'POST',
  path: '/api/recordings/:recordingId/transcript',
  access: 'member',
  params: ofRecording,
  body: z.strictObject({
    text: z.string().max(MOST_TEXT, `must be at most ${MOST_TEXT} characters`),
    from: z.int().min(0),
  }),
  mostBytes: MOST_TEXT_BYTES,
  output: transcript,
})

const called = z.strictObject({ name: speakerName, memberId: memberId.nullable() })

/** Renames a speaker in all cues, or says who of the members it is. `from` is what the asker saw. */
export const renameSpeaker = defineContract({
  method: 'PATCH',
  path: '/api/recordings/:recordingId/speakers/:number',
  access: 'member',
  params: z.strictObject({ recordingId, number: z.coerce.number().int().min(1) }),
  body: called.extend({ from: called }),
  output: speaker,
})

/** Where words were said, latest meeting first; each by its beginning, accents aside. Only what the asker may read. */
export const searchTranscripts = defineContract({
  method: 'GET',
  path: '/api/transcripts',
  access: 'member',
  query: z.strictObject({
    words: line(200),
    circleId: circleId.optional(),
    recordingId: recordingId.optional(),
  }),
  output: z.strictObject({ spoken: z.array(spoken), more: z.boolean() }),
})
