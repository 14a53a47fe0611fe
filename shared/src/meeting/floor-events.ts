import { z } from 'zod'
import { memberId, segmentId } from '../kernel/id.ts'
import { stamp } from './stamp.ts'

const people = z.array(memberId)
const somebody = memberId.nullable()

/** So long a turn may be meant to take; it is shown, and nobody is cut off. */
export const turnSeconds = z.int().min(10).max(3600)

/** What happens to the word: heard by the people of the circle while the meeting is live, and by nobody else. */
const spoken = [
  /** The queue is the new order of all hands. How it came about the server alone knows, for it is by what people had. */
  z.strictObject({ ...stamp, type: z.literal('hand-raised'), memberId, queue: people }),
  z.strictObject({ ...stamp, type: z.literal('hand-lowered'), memberId }),
  /** Somebody with a hand up has the word, or nobody has it any more. */
  z.strictObject({ ...stamp, type: z.literal('word-given'), to: somebody }),
  /** A round begins, or begins again: `seats` in the order of the turns, `to` is the first, whoever is `absent` comes last. */
  z.strictObject({
    ...stamp,
    type: z.literal('round-opened'),
    segmentId,
    seats: people,
    absent: people,
    to: memberId,
    seconds: turnSeconds.nullable(),
  }),
  /**
   * The talking piece goes on; to nobody when all who are here had their turn. `had`: `from` had theirs, and otherwise comes back
   * at the end, as those do who were `skipped` because they are not in the room.
   */
  z.strictObject({
    ...stamp,
    type: z.literal('turn-passed'),
    segmentId,
    from: somebody,
    to: somebody,
    had: z.boolean(),
    skipped: people,
  }),
  z.strictObject({ ...stamp, type: z.literal('round-closed'), segmentId }),
] as const

export const floorEvents = [
  ...spoken,
  /** They may lead as well. It is no role: the ledger does not know of it. */
  z.strictObject({ ...stamp, type: z.literal('co-facilitator-named'), to: somebody }),
  /** Stands for an event about the word that its reader does not hear; author and time are those of the event before. */
  z.strictObject({ ...stamp, type: z.literal('withheld') }),
] as const

const PRIVATE = new Set<string>(spoken.map(({ shape }) => shape.type.value))

/** Whether an event says who had the word. */
export const isAboutTheWord = ({ type }: { type: string }): boolean => PRIVATE.has(type)
