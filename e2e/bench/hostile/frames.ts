import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import type { Seat } from '../load/seat.ts'
import {
  crowd,
  goneInPlaceOf,
  itemInBody,
  nestedLists,
  numbers,
  presenceOf,
  type Victim,
  wordsOf,
} from './payloads.ts'

/** Makes one hostile frame for a document and somebody in it. */
type Attack = (seat: Seat, victim: Victim) => Uint8Array

const ATTACKER = 4_242
const LARGEST = Number.MAX_SAFE_INTEGER
const [STRING, TYPE, ANY, SUBDOCUMENT, DELETED] = [4, 7, 8, 9, 1]
const MAP = 1

const update =
  (make: (victim: Victim) => Uint8Array): Attack =>
  ({ dialect, document }, victim) =>
    dialect.update(document, make(victim))

const presence =
  (make: (victim: Victim) => Uint8Array): Attack =>
  ({ dialect, document }, victim) =>
    dialect.presence(document, make(victim))

const message =
  (...bytes: readonly number[]): Attack =>
  ({ dialect, document }) =>
    dialect.wrap(document, Uint8Array.from(bytes))

/** What an honest client might send, to be cut and bent. */
const honest = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = ATTACKER
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('some words that are longer than a few')])
  doc.getXmlFragment('body').insert(0, [paragraph])
  return Y.encodeStateAsUpdate(doc)
}

const cut = (part: number): Attack => update(() => honest().slice(0, Math.floor(honest().length * part)))

const bent = (at: number): Attack =>
  update(() => {
    const bytes = honest()
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    return bytes
  })

const nestedQuotes = (depth: number): Uint8Array => {
  const doc = new Y.Doc()
  const outermost = new Y.XmlElement('blockquote')
  doc.getXmlFragment('body').insert(0, [outermost])
  doc.transact(() => {
    for (let level = 0, inner = outermost; level < depth; level += 1) {
      const next = new Y.XmlElement('blockquote')
      inner.insert(0, [next])
      inner = next
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Counts that promise more than there is. */
const bombs: Attack[] = [
  update(() => numbers(1, 30_000_000, 5, 0)),
  update(() => numbers(1, 100_000_000, 5, 0)),
  update(() => numbers(4_000_000_000)),
  update(() => numbers(2 ** 40)),
  update(() => numbers(0, 1, 5, 4_000_000_000)),
  update(() => numbers(0, 2 ** 40)),
  update(() => itemInBody(ATTACKER, STRING, (encoder) => writeVarUint(encoder, 2 ** 31))),
  update(() => itemInBody(ATTACKER, ANY, (encoder) => writeVarUint(encoder, 2 ** 30))),
  update(() => itemInBody(ATTACKER, DELETED, (encoder) => writeVarUint(encoder, LARGEST))),
  update(() => numbers(0, 1, 5, 1, 0, LARGEST)),
  ({ dialect, document }) => dialect.answer(document, numbers(1, 30_000_000, 5, 0)),
  ({ dialect, document }) => dialect.ask(document, numbers(30_000_000)),
  ({ dialect, document }) => dialect.ask(document, numbers(2 ** 40)),
]

/** What would swallow the words of somebody else, or hold them up. */
const thefts: Attack[] = [
  update((victim) => goneInPlaceOf(victim, 1_000_000)),
  update((victim) => goneInPlaceOf(victim, LARGEST - 1 - victim.clock)),
  update((victim) => wordsOf(victim, 'words that were never said')),
  update(({ client, clock }) => wordsOf({ client, clock: clock + 1_000 }, 'words of tomorrow')),
  update(() => wordsOf({ client: ATTACKER, clock: 5_000 }, 'words without a beginning')),
]

/** Presence that cannot be passed on, or hides somebody. */
const masks: Attack[] = [
  presence(() => presenceOf(ATTACKER, 1, '['.repeat(20_000) + ']'.repeat(20_000))),
  presence(() => presenceOf(ATTACKER, 1, `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)),
  presence(() => presenceOf(ATTACKER, 1, '{"user":')),
  presence(({ client }) => presenceOf(client, LARGEST - 1, 'null')),
  presence(() => numbers(2 ** 40)),
  presence(() => crowd(10_000)),
  presence(() => presenceOf(ATTACKER, 1, JSON.stringify({ user: { name: 'n'.repeat(1_000_000) } }))),
  presence(() => presenceOf(ATTACKER, 1, '{"__proto__":{"admin":true},"constructor":{"prototype":1}}')),
]

/** Things that no editor can show. */
const misshapen: Attack[] = [
  update(() => itemInBody(ATTACKER, TYPE, (encoder) => writeVarUint(encoder, MAP))),
  update(() => itemInBody(ATTACKER, STRING, (encoder) => writeVarUint(encoder, 0x0141))),
  update(() => itemInBody(ATTACKER, ANY, (encoder) => nestedLists(encoder, 20_000))),
  update(() => itemInBody(ATTACKER, SUBDOCUMENT, (encoder) => writeVarUint(encoder, 0x0141))),
  update(() => nestedQuotes(3_000)),
]

/** Broken on the way. */
const broken: Attack[] = [
  cut(0.25),
  cut(0.6),
  cut(0.98),
  bent(3),
  bent(7),
  bent(14),
  message(),
  message(250, 1, 2, 3),
  message(...Array.from({ length: 20 }, () => 0xff)),
]

const kinds = { bomb: bombs, theft: thefts, mask: masks, misshapen, broken }

/** Forty frames that no honest client sends, each with a name to speak of it. */
export const attacks = Object.entries(kinds).flatMap(([kind, all]) =>
  all.map((attack, index) => ({ name: `${kind} ${index + 1}`, attack })),
)

export type { Attack }
