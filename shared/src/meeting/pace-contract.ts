import { z } from 'zod'
import { segmentPart } from '../format/part.ts'
import { defineContract } from '../kernel/contract.ts'
import { captureId, meetingId, segmentId } from '../kernel/id.ts'
import { meetingEvent } from './events.ts'
import { MOST_DOTS } from './votes.ts'

const ofMeeting = z.strictObject({ meetingId })
const recorded = z.strictObject({ events: z.array(meetingEvent) })

/** Gives the current segment more time. `from` is how many minutes beyond its plan the asker saw: whoever is late is told (409). */
export const extendSegment = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/extend',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: z.int().min(0), minutes: z.int().min(1).max(60) }),
  output: recorded,
})

/** Stops all timers of the meeting or sets them going. `from` is the number of the pause that the asker saw, null for none. */
export const pauseMeeting = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/pause',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ from: z.int().nullable(), paused: z.boolean() }),
  output: recorded,
})

/** Puts a segment behind another one, or first (null). `from` is the segment behind which the asker saw it. */
export const moveSegment = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/order',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: segmentId.nullable(), to: segmentId.nullable() }),
  output: recorded,
})

/** Says what the room does in a segment. `from` is what the asker saw. */
export const setPart = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/part',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: segmentPart.nullable(), to: segmentPart.nullable() }),
  output: recorded,
})

const dots = z
  .array(captureId)
  .max(MOST_DOTS)
  .refine((ids) => new Set(ids).size === ids.length, 'must name each question once')

/** Gives one's dots to questions of this meeting, as long as the vote runs. `from` are one's own dots as the asker saw them. */
export const castVote = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/vote',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: dots, to: dots }),
  output: recorded,
})
