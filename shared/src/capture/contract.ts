import { z } from 'zod'
import { dropReason } from '../document/attributes.ts'
import { defineContract } from '../kernel/contract.ts'
import { captureId, circleId, meetingId, memberId, pageId, segmentId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { day } from '../kernel/time.ts'
import { postBody, threadTitle } from '../thread/model.ts'
import { capture, captureKind, carriedCapture, undiscussedSegment } from './model.ts'

const captures = z.strictObject({ captures: z.array(capture) })

/** Captures that the asking member may read, newest first; at most 200. */
export const listCaptures = defineContract({
  method: 'GET',
  path: '/api/captures',
  access: 'member',
  query: z.strictObject({
    circleId: circleId.optional(),
    meetingId: meetingId.optional(),
    pageId: pageId.optional(),
    kind: captureKind.optional(),
    /** 'open': next steps not done and questions not answered, unless they were dropped. */
    state: z.enum(['open', 'done']).optional(),
    /** 'me': only next steps that the asking member takes. */
    who: z.literal('me').optional(),
  }),
  output: captures,
})

/**
 * "From last time": open next steps and questions of the circle's earlier meetings, latest meeting first, and the segments of
 * the meeting before this one that nobody came to.
 */
export const listCarriedOver = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/carried-over',
  access: 'member',
  params: z.strictObject({ meetingId }),
  output: z.strictObject({
    captures: z.array(carriedCapture),
    undiscussed: z.array(undiscussedSegment),
  }),
})

/** Takes a segment that the meeting before did not come to into this agenda, or lets it go; once, for everybody. */
export const settleUndiscussed = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/undiscussed/:segmentId',
  access: 'member',
  params: z.strictObject({ meetingId, segmentId }),
  body: z.strictObject({ how: z.enum(['add', 'let-go']) }),
  output: z.null(),
})

/** Ticks a next step or marks a question answered, by changing its block in the document. */
export const tickCapture = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/tick',
  access: 'member',
  params: z.strictObject({ captureId }),
  body: z.strictObject({ done: z.boolean() }),
  output: capture,
})

const ofCapture = z.strictObject({ captureId })

/**
 * Drops an open next step or question with a reason, or takes a dropped one up again (`reason: null`). `from` is the reason
 * that the asker saw, so that of two people at once one is told.
 */
export const dropCapture = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/drop',
  access: 'member',
  params: ofCapture,
  body: z.strictObject({ reason: dropReason.nullable(), from: dropReason.nullable() }),
  output: capture,
})

/** Gives a next step another day, or none. `from` is the day that the asker saw. */
export const dateCapture = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/due',
  access: 'member',
  params: ofCapture,
  body: z.strictObject({ due: day.nullable(), from: day.nullable() }),
  output: capture,
})

/** Asks about a capture in a thread of its circle. Whoever asks again is led to the same thread. */
export const askInThread = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/thread',
  access: 'member',
  params: ofCapture,
  body: z.strictObject({ title: threadTitle, body: postBody }),
  output: capture,
})

/** Makes a page of a link that was caught, or leads to the page that stands for it already. */
export const growPage = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/page',
  access: 'member',
  params: ofCapture,
  body: z.strictObject({ title: line(160) }),
  output: capture,
})

/** Thanks a member for a win: they are told, once. */
export const thankFor = defineContract({
  method: 'POST',
  path: '/api/captures/:captureId/thanks',
  access: 'member',
  params: ofCapture,
  body: z.strictObject({ memberId }),
  output: capture,
})
