import { z } from 'zod'
import { type FactName, type FactPayload, facts } from '../journal/facts.ts'
import { circleId } from '../kernel/id.ts'
import { type Instant, instant } from '../kernel/time.ts'

/** The path of the socket on which facts arrive. */
export const LIVE_PATH = '/live'

/** The first frame of a client: from now on (`null`), or everything after the last number it saw. */
export const listen = z.strictObject({ kind: z.literal('listen'), after: z.int().min(0).nullable() })

/** The only frames a client may send. */
export const liveRequest = z.discriminatedUnion('kind', [listen])
export type LiveRequest = z.infer<typeof liveRequest>

const seq = z.int().min(0)

/** The answer to `listen`: the number of the last fact there is, before the first one is sent. */
const hello = z.object({ kind: z.literal('hello'), seq, serverTime: instant })
/** Something happened. A client that does not know the name skips it but remembers the number. */
const factFrame = z.object({
  kind: z.literal('fact'),
  seq,
  at: instant,
  name: z.string(),
  /** The circle in which it happened; null where it concerns the workspace or one person. */
  circleId: circleId.nullable(),
  payload: z.unknown(),
})
/** Nothing happened, but we are both still there. */
const beat = z.object({ kind: z.literal('beat'), serverTime: instant })
/** Too much was missed to be sent one by one: ask for everything again. */
const reset = z.object({ kind: z.literal('reset') })

/** What the server sends. Unknown keys are ignored, so that it may say more one day. */
export const liveFrame = z.discriminatedUnion('kind', [hello, factFrame, beat, reset])
export type LiveFrame = z.infer<typeof liveFrame>

/** A fact as it came over the wire, with the payload of its name. */
export type LiveFact = {
  [Name in FactName]: { seq: number; at: Instant; name: Name; payload: FactPayload<Name> }
}[FactName]

const known = (name: string): name is FactName => Object.hasOwn(facts, name)

/** The fact in a frame, or nothing where this side does not know its name or its shape. */
export const readFact = (frame: Extract<LiveFrame, { kind: 'fact' }>): LiveFact | undefined => {
  if (!known(frame.name)) return undefined
  const payload = facts[frame.name].safeParse(frame.payload)
  if (!payload.success) return undefined
  return { seq: frame.seq, at: frame.at, name: frame.name, payload: payload.data } as LiveFact
}
