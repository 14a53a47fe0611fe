/**
 * What goes over the line between servers: one text, sealed with a key that only the servers share, so that whoever can
 * merely reach the line can neither speak on it nor change what is said.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Longest message that is sent or heard, in characters. */
const maxMessage = 64 * 1024

const sealLength = 43

const schema = z.strictObject({
  from: z.string().min(1).max(64),
  topic: z.string().max(64),
  message: z.json(),
})

/** A message with its sender. */
export type Envelope = z.infer<typeof schema>
type Unsealed = { readonly from: string; readonly topic: string; readonly message: unknown }

const seal = (body: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(body).digest('base64url')

/** @throws when it is too long, or not JSON. */
export const closeEnvelope = (envelope: Unsealed, key: Uint8Array): string => {
  const body = JSON.stringify(envelope)
  if (body.length > maxMessage) throw new Error('A message between servers is too long.')
  return seal(body, key) + body
}

/** Null for everything that no server with this key has sent. */
export const openEnvelope = (text: string, key: Uint8Array): Envelope | null => {
  if (text.length <= sealLength || text.length > maxMessage + sealLength) return null
  const body = text.slice(sealLength)
  const [given, right] = [Buffer.from(text.slice(0, sealLength)), Buffer.from(seal(body, key))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  try {
    return schema.parse(JSON.parse(body))
  } catch {
    return null
  }
}
