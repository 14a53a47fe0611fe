import { z } from 'zod'
import { CAPTURE_KINDS } from '../document/capture-kinds.ts'
import { captureId, circleId, meetingId, memberId, pageId, segmentId, threadId } from '../kernel/id.ts'
import { day, instant } from '../kernel/time.ts'

export const captureKind = z.enum(CAPTURE_KINDS)

/** A row read out of a document: the document is the truth, this is its shadow. */
export const capture = z.strictObject({
  id: captureId,
  kind: captureKind,
  text: z.string(),
  /** Who takes a next step. */
  who: memberId.nullable(),
  due: day.nullable(),
  /** A next step that is done, a question that is answered; false for the other kinds. */
  done: z.boolean(),
  doneAt: instant.nullable(),
  /** Why a next step or a question was dropped; null while it is open, and once it is done. */
  dropped: z.string().nullable(),
  /** When it was caught, by the clock of the meeting. */
  at: instant,
  /** Who caught it; null when the server wrote it. */
  by: memberId.nullable(),
  pageId,
  pageTitle: z.string(),
  circleId: circleId.nullable(),
  meetingId: meetingId.nullable(),
  meetingNumber: z.int().nullable(),
  segmentId: segmentId.nullable(),
  /** Its place among the captures of the page, from 0. */
  position: z.int().min(0),
  /** What became of it: the thread in which it is asked, the page it grew into, who was thanked for it. */
  threadId: threadId.nullable(),
  grownPageId: pageId.nullable(),
  thanked: memberId.nullable(),
})
export type Capture = z.infer<typeof capture>

/** A capture that earlier meetings left open. */
export const carriedCapture = capture.extend({
  /** At the end of how many later meetings it was still open. */
  carries: z.int().min(0),
})
export type CarriedCapture = z.infer<typeof carriedCapture>

/** A segment of the meeting before that nobody came to. */
export const undiscussedSegment = z.strictObject({
  segmentId,
  title: z.string(),
  minutes: z.int().min(0),
  meetingId,
  meetingNumber: z.int().min(1),
})
export type UndiscussedSegment = z.infer<typeof undiscussedSegment>
