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
  /** One shows, the others listen. */
  z.strictObject({ kind: z.literal('presentation') }),
  /** Whoever has something to say says it. */
  z.strictObject({ kind: z.literal('talk') }),
  /** Each in turn answers the same prompt. */
  z.strictObject({ kind: z.literal('round') }),
  /** Everybody writes for themselves: carets, selections and who types are hidden until it ends. */
  z.strictObject({ kind: z.literal('quiet') }),
  /** What worked, and what to change. */
  z.strictObject({ kind: z.literal('feedback') }),
  /** Everybody gives dots to questions that were caught in this meeting. */
  z.strictObject({ kind: z.literal('vote') }),
  /** What each takes away, and their smallest next step. */
  z.strictObject({ kind: z.literal('close') }),
])
export type SegmentPart = z.infer<typeof segmentPart>

/** Whether two say the same; none is the same as none. */
export const samePart = (
  one: SegmentPart | null | undefined,
  other: SegmentPart | null | undefined,
): boolean => partKey(one) === partKey(other)

const partKey = (part: SegmentPart | null | undefined): string => {
  if (part === null || part === undefined) return ''
  switch (part.kind) {
    case 'phase':
      return `phase ${part.phase}`
    case 'study':
      return `study ${part.focus} ${part.pause}`
    default:
      return part.kind
  }
}
