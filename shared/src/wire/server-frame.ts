import { createDecoder, hasContent, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { messageType } from './message-type.ts'

/** What a connection may do: write; read only; read only for now, because the server cannot store. */
export type WireMode = 'write' | 'read' | 'read-for-now'

/** Why a write frame was refused. */
export type RejectReason = 'read-only' | 'out-of-step' | 'invalid' | 'full' | 'not-stored'

/** What the server says on a document's socket beyond y-websocket. */
export type ServerFrame =
  /** The first `count` write frames of this socket are on disk; the document stands at `seq`. */
  | { readonly kind: 'ack'; readonly count: number; readonly seq: number }
  /** Write frame number `count` was refused. `retryable`: a later resync may carry its content. */
  | {
      readonly kind: 'reject'
      readonly count: number
      readonly reason: RejectReason
      readonly retryable: boolean
    }
  /** What this connection may do now, and which document and schemas it speaks to. */
  | {
      readonly kind: 'mode'
      readonly mode: WireMode
      readonly generation: number
      readonly minSchema: number
      readonly maxSchema: number
    }
  /** Everybody's edits up to `seq` are on disk. */
  | { readonly kind: 'commit'; readonly seq: number }
  /** Sign of life, with the server's clock in milliseconds since the epoch. */
  | { readonly kind: 'heartbeat'; readonly at: number }

const subtype = { ack: 0, reject: 1, mode: 2, commit: 3, heartbeat: 9 } as const
const modes: readonly WireMode[] = ['write', 'read', 'read-for-now']
const reasons: readonly RejectReason[] = ['read-only', 'out-of-step', 'invalid', 'full', 'not-stored']

const numbersOf = (frame: ServerFrame): readonly number[] => {
  switch (frame.kind) {
    case 'ack':
      return [frame.count, frame.seq]
    case 'reject':
      return [frame.count, reasons.indexOf(frame.reason), frame.retryable ? 1 : 0]
    case 'mode':
      return [modes.indexOf(frame.mode), frame.generation, frame.minSchema, frame.maxSchema]
    case 'commit':
      return [frame.seq]
    case 'heartbeat':
      return [frame.at]
  }
}

/** A frame as bytes: only unsigned varints, the first one 120. */
export const encodeServerFrame = (frame: ServerFrame): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, messageType.server)
  writeVarUint(encoder, subtype[frame.kind])
  for (const number of numbersOf(frame)) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

const fromNumbers = (kind: number, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): ServerFrame | null => {
  switch (kind) {
    case subtype.ack:
      return { kind: 'ack', count: a, seq: b }
    case subtype.reject:
      return { kind: 'reject', count: a, reason: reasons[b] ?? 'invalid', retryable: c === 1 }
    case subtype.mode:
      return { kind: 'mode', mode: modes[a] ?? 'read', generation: b, minSchema: c, maxSchema: d }
    case subtype.commit:
      return { kind: 'commit', seq: a }
    case subtype.heartbeat:
      return { kind: 'heartbeat', at: a }
    default:
      return null
  }
}

/**
 * Reads a frame of type 120. Null for anything else, for a subtype of a later version and for broken bytes, so that
 * an old client survives a new server. Numbers a later version may add at the end are left unread.
 */
export const decodeServerFrame = (bytes: Uint8Array): ServerFrame | null => {
  const decoder = createDecoder(bytes)
  const numbers: number[] = []
  try {
    while (hasContent(decoder) && numbers.length < 8) numbers.push(readVarUint(decoder))
  } catch {
    return null
  }
  const [type, kind, ...rest] = numbers
  return type === messageType.server && kind !== undefined ? fromNumbers(kind, rest) : null
}
