/** What servers tell one another. All of it is in the log or in memory elsewhere; this only makes it known sooner. */
import { z } from 'zod'
import type { Topic } from '../../platform/pubsub/fan-out.ts'

const id = z.string().min(1).max(64)
const some = z.array(id).min(1).max(1_000)

/** A document has entries up to this one. */
export const grew: Topic<{ documentId: string; seq: number }> = {
  name: 'grew',
  schema: z.strictObject({ documentId: id, seq: z.int().nonnegative() }),
}

const whose = z.strictObject({
  accounts: some.optional(),
  sessions: some.optional(),
  documents: some.optional(),
})

/** Whose access changed: sockets that are in every list given. No list at all: everybody's. */
export type Whose = z.infer<typeof whose>

/** Access may have ended somewhere. */
export const recheck: Topic<Whose> = { name: 'recheck', schema: whose }

const person = z.strictObject({
  clientId: z
    .int()
    .nonnegative()
    .max(2 ** 32 - 1),
  account: z.strictObject({
    id,
    name: z.string().max(1_000),
    colour: z.int().min(1).max(16),
    colourHex: z.string().regex(/^#[0-9a-f]{6}$/i),
    isGuest: z.literal(true).optional(),
  }),
  /** What it shows of itself, as JSON; null: it left. */
  state: z.string().max(8_192).nullable(),
})

/** Somebody at another server, as that server knows it from the session. */
export type Person = z.infer<typeof person>

/** Who is in a document at the server that says so, as far as it changed. */
export const people: Topic<{ documentId: string; people: Person[] }> = {
  name: 'people',
  schema: z.strictObject({ documentId: id, people: z.array(person).min(1).max(8) }),
}

/** Somebody opened a document here, and asks who else is in it. */
export const whoIsThere: Topic<{ documentId: string }> = {
  name: 'who-is-there',
  schema: z.strictObject({ documentId: id }),
}
