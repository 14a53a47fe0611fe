import { z } from 'zod'
import { circleName } from '../circle/model.ts'
import { circleId, fileId, meetingId, memberId, type RecordingId, recordingId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'
import { fileLabel } from '../media/model.ts'
import { meetingTitle } from '../meeting/model.ts'

const WEB_ADDRESS = /^https:\/\/[\p{L}\p{N}][\p{L}\p{N}.-]*(?::\d{1,5})?(?:[/?#][^\s\p{Cc}]*)?$/u

/** Where a recording is that is kept elsewhere: https only, without a password in it. It is shown as a link and never embedded. */
export const recordingUrl = z
  .string()
  .trim()
  .max(2000, 'must be at most 2000 characters')
  .regex(WEB_ADDRESS, 'must be an address that begins with https://')

/** What was found wrong with a cue of a transcript. Cues are numbered from 1 as they stand in the file. */
export const notice = z.strictObject({
  kind: z.enum([
    /** Its times were not understood, and it was left out. */
    'unreadable',
    /** A cue ends before it begins, and was left out. */
    'backwards',
    /** A cue begins before the one before it has ended; both were kept. */
    'overlapping',
    /** A cue begins before the one before it begins; both were kept, in the order of time. */
    'out-of-order',
    /** A time is later than any recording lasts; the cue was left out. */
    'too-late',
    /** It and what comes after it was left out: there are too many. */
    'too-many',
  ]),
  cue: z.int().min(1),
  /** The line of its times in the file. */
  line: z.int().min(1),
})
export type Notice = z.infer<typeof notice>

export const speakerName = line(80)

export const speaker = z.strictObject({
  number: z.int().min(1),
  name: speakerName,
  /** Who of the members it is, where somebody said so. */
  memberId: memberId.nullable(),
})
export type Speaker = z.infer<typeof speaker>

export const cue = z.strictObject({
  position: z.int().min(0),
  /** Milliseconds from the beginning of the recording. */
  start: z.int().min(0),
  end: z.int().min(0),
  speaker: z.int().min(1).nullable(),
  text: z.string(),
})
export type Cue = z.infer<typeof cue>

export const recording = z.strictObject({
  id: recordingId,
  meetingId,
  label: fileLabel,
  url: z.string().nullable(),
  file: z.strictObject({ id: fileId, type: z.string(), bytes: z.int() }).nullable(),
  /** When it begins; null: with the meeting. */
  startsAt: instant.nullable(),
  addedBy: memberId,
  addedAt: instant,
  /** 0 without a transcript; each new one counts up. */
  transcriptVersion: z.int().min(0),
  mayRemove: z.boolean(),
})
export type Recording = z.infer<typeof recording>

export const transcript = z.strictObject({
  version: z.int().min(0),
  speakers: z.array(speaker),
  cues: z.array(cue),
  notices: z.array(notice),
})
export type Transcript = z.infer<typeof transcript>

/** A place where the searched words were said. `parts` is the text, cut where the words begin and end. */
export const spoken = z.strictObject({
  recordingId,
  meetingId,
  meetingNumber: z.int(),
  meetingTitle,
  meetingStartsAt: instant,
  circleId,
  circleName,
  position: z.int().min(0),
  start: z.int().min(0),
  speaker: z.string().nullable(),
  parts: z.array(z.strictObject({ text: z.string(), isHit: z.boolean() })),
})
export type Spoken = z.infer<typeof spoken>

/** Captions for a player, made of the cues. */
export const captionsAddress = (id: RecordingId, version: number | ':version'): string =>
  `/files/captions/${id}/${version}`
