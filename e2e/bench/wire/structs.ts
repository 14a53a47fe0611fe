import type { ByteReader } from './byte-reader.ts'

/** Told of each struct in an update: whose, where it begins, how long it is, and whether it is text. */
export type OnStruct = (client: number, clock: number, length: number, isText: boolean) => void

const GC = 0
const DELETED = 1
const BINARY = 3
const STRING = 4
const EMBED = 5
const FORMAT = 6
const TYPE = 7
const SKIP = 10
/** Types of Yjs that carry a name: elements and hooks. */
const NAMED_TYPES = new Set([3, 5])

/**
 * Walks through an update without building anything, for a load that must cost little: servers may join edits, so
 * characters are counted, not frames. The text of the load is ASCII, so a string is as long as its bytes.
 */
export const eachStruct = (update: ByteReader, tell: OnStruct): void => {
  for (let clients = update.number(); clients > 0; clients -= 1) {
    let structs = update.number()
    const client = update.number()
    let clock = update.number()
    for (; structs > 0; structs -= 1) {
      const info = update.byte()
      const kind = info & 0x1f
      const isItem = kind !== GC && kind !== SKIP
      if (isItem) passPlace(update, info)
      const length = isItem ? contentLength(update, kind) : update.number()
      if (kind !== SKIP) tell(client, clock, length, kind === STRING)
      clock += length
    }
  }
}

/** What an item stands between, or in. */
const passPlace = (update: ByteReader, info: number): void => {
  const [hasLeft, hasRight] = [(info & 0x80) !== 0, (info & 0x40) !== 0]
  if (hasLeft) passId(update)
  if (hasRight) passId(update)
  if (hasLeft || hasRight) return
  if (update.number() === 1) update.pass()
  else passId(update)
  if ((info & 0x20) !== 0) update.pass()
}

const passId = (update: ByteReader): void => {
  update.number()
  update.number()
}

const contentLength = (update: ByteReader, kind: number): number => {
  switch (kind) {
    case STRING:
      return update.pass()
    case DELETED:
      return update.number()
    case FORMAT:
      update.pass()
      update.pass()
      return 1
    case BINARY:
    case EMBED:
      update.pass()
      return 1
    case TYPE:
      if (NAMED_TYPES.has(update.number())) update.pass()
      return 1
    default:
      throw new Error(`The load does not read content of kind ${kind}.`)
  }
}
