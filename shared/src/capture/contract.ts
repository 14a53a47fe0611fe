import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { captureId, circleId, meetingId, pageId } from '../kernel/id.ts'
import { capture, captureKind } from './model.ts'

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
    /** 'open': next steps not done and questions not answered. */
    state: z.enum(['open', 'done']).optional(),
    /** 'me': only next steps that the asking member takes. */
    who: z.literal('me').optional(),
  }),
  output: captures,
})

/** Open next steps and questions of the circle's earlier meetings, latest meeting first: "From last time". */
export const listCarriedOver = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/carried-over',
  access: 'member',
  params: z.strictObject({ meetingId }),
  output: captures,
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
