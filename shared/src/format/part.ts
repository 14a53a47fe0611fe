import { z } from 'zod'

/** The steps of a critique, in their order. */
export const PHASES = ['present', 'clarify', 'warm', 'cool', 'next'] as const
const phase = z.enum(PHASES)
export type Phase = z.infer<typeof phase>

const minutes = (max: number) => z.int().min(1).max(max)

/** What the room does while a segment is the current one, beyond showing its time. */
export const segmentPart = z.discriminatedUnion('kind', [
  /** What is caught meanwhile bears the name of the phase. */
  z.strictObject({ kind: z.literal('phase'), phase }),
  /** Everybody works with one other; the odd one joins two. */
  z.strictObject({ kind: z.literal('pairs') }),
  /** Everybody reviews exactly one other. */
  z.strictObject({ kind: z.literal('swap') }),
  /** Focus and pause alternate as long as the segment lasts. */
  z.strictObject({ kind: z.literal('study'), focus: minutes(180), pause: minutes(60) }),
  /** What the observer writes; nobody else sees it before the debrief. Not a stop of the agenda. */
  z.strictObject({ kind: z.literal('lane') }),
  /** Entering it opens the lanes. */
  z.strictObject({ kind: z.literal('debrief') }),
])
export type SegmentPart = z.infer<typeof segmentPart>
