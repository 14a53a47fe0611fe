/** What somebody may send who means harm: bytes at random, real frames bent out of shape, and well-made poison. */
import { messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { writeEntries } from '../presence-frame.ts'
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../protocol.ts'
import type { Dice } from './dice.ts'
import { hollow } from './hollow.ts'

/** What the attacker knows: frames that honest people sent, and their Yjs client ids. */
export type Loot = { readonly frames: readonly Uint8Array[]; readonly clients: readonly number[] }

type Trick = (dice: Dice, loot: Loot) => Uint8Array

const randomBytes = (dice: Dice, most: number): Uint8Array =>
  Uint8Array.from({ length: 1 + dice.upTo(most) }, () => dice.upTo(256))

const numbers = (...all: number[]): Uint8Array => {
  const encoder = createEncoder()
  for (const number of all) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

const together = (...parts: readonly Uint8Array[]): Uint8Array => {
  const encoder = createEncoder()
  for (const part of parts) writeUint8Array(encoder, part)
  return toUint8Array(encoder)
}

const huge = [30_000_000, 100_000_000, 4_294_967_295, 2 ** 40, Number.MAX_SAFE_INTEGER]

const flip: Trick = (dice, { frames }) => {
  const bent = dice.pick(frames).slice()
  for (let i = 0; i <= dice.upTo(4); i++) bent[dice.upTo(bent.length)] = dice.upTo(256)
  return bent
}
const cut: Trick = (dice, { frames }) => {
  const frame = dice.pick(frames)
  return frame.slice(0, dice.upTo(frame.length))
}
const splice: Trick = (dice, { frames }) => {
  const [head, tail] = [dice.pick(frames), dice.pick(frames)]
  return together(head.subarray(0, dice.upTo(head.length)), tail.subarray(dice.upTo(tail.length)))
}
const disguise: Trick = (dice, { frames }) => together(numbers(dice.upTo(130)), dice.pick(frames).subarray(1))
const noise: Trick = (dice) =>
  together(numbers(dice.pick([0, 1, 3, 121]), dice.upTo(3)), randomBytes(dice, 60))

const countBomb: Trick = (dice) => {
  const count = dice.pick(huge)
  const bombs = [
    numbers(count, 1, 1, 0),
    numbers(1, count, 1, 0),
    numbers(0, count, 1, 1),
    numbers(1, 1, 7, 0, 8, count),
  ]
  return updateFrame(dice.pick(bombs))
}
const vectorBomb: Trick = (dice) => askFrame(numbers(dice.pick(huge), 1, 1))
const swallow: Trick = (dice, { clients }) =>
  updateFrame(hollow(dice.pick(clients), dice.upTo(50), dice.pick([1, 1_000, 1_000_000, 2 ** 40])))
const gap: Trick = (dice) => updateFrame(hollow(dice.upTo(2 ** 31), 1 + dice.upTo(1_000), 1))
const jump: Trick = (dice) => updateFrame(hollow(dice.upTo(2 ** 31), 0, dice.pick([...huge, 0])))

const written = (dice: Dice, write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = dice.upTo(2 ** 31)
  doc.transact(() => write(doc))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
const nest = (doc: Y.Doc, levels: number): void => {
  let innermost: Y.XmlFragment = doc.getXmlFragment('body')
  for (let i = 0; i < levels; i++) {
    const inner = new Y.XmlElement('blockquote')
    innermost.insert(0, [inner])
    innermost = inner
  }
}
const shapes: readonly ((doc: Y.Doc, dice: Dice) => void)[] = [
  (doc, dice) => nest(doc, 2 + dice.upTo(200)),
  (doc) => doc.getXmlFragment('body').insert(0, [new Y.Map() as never]),
  (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlText('bare')]),
  (doc) => Y.Array.prototype.insert.call(doc.getXmlFragment('body'), 0, ['string', 7, null]),
  (doc) => Y.Array.prototype.insert.call(doc.getXmlFragment('body'), 0, [new Y.Doc(), new Uint8Array(9)]),
  (doc, dice) =>
    doc.getXmlFragment('body').insert(0, [new Y.XmlElement(dice.pick(['script', 'doc', 'constructor']))]),
  (doc, dice) => {
    const element = new Y.XmlElement('paragraph')
    element.setAttribute(
      dice.pick(['onclick', '__proto__', 'style']),
      dice.pick(['x()', [1] as never, { a: 1 } as never]),
    )
    doc.getXmlFragment('body').insert(0, [element])
  },
  (doc) => {
    const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
    text.insert(0, 'x', { link: { href: 'javascript:alert(1)' }, colour: { is: 'red' } })
    element.insert(0, [text])
    doc.getXmlFragment('body').insert(0, [element])
  },
  (doc) => doc.getMap('beside').set('deep', new Y.Map([['deeper', new Y.Array()]])),
]
const shape: Trick = (dice) => {
  const write = dice.pick(shapes)
  const update = written(dice, (doc) => write(doc, dice))
  return dice.chance(0.5) ? updateFrame(update) : answerFrame(update)
}

const states = [
  'null',
  '{"user":{"name":"The Boss"},"cursor":{"anchor":1}}',
  '{"__proto__":{"admin":true}}',
  '{"cursor":',
  '[]',
  '',
]
const masquerade: Trick = (dice, { clients }) => {
  const entries = Array.from({ length: 1 + dice.upTo(40) }, () => ({
    clientId: dice.chance(0.5) ? dice.pick(clients) : dice.upTo(2 ** 31),
    clock: dice.pick([0, 1, ...huge]),
    state: dice.chance(0.2) ? `{"cursor":${'['.repeat(3_000)}` : dice.pick(states),
  }))
  return presenceFrame(writeEntries(entries))
}
const hello: Trick = (dice) =>
  numbers(messageType.hello, dice.upTo(3), dice.upTo(3), dice.pick(huge), dice.upTo(3))
const wrapped: Trick = (dice, { frames }) => {
  const inner = dice.pick(frames)
  return together(
    numbers(messageType.sync, dice.pick([syncType.answer, syncType.update]), inner.length),
    inner,
  )
}

const tricks: readonly Trick[] = [
  flip,
  flip,
  flip,
  cut,
  splice,
  disguise,
  noise,
  (dice) => randomBytes(dice, 40),
  (dice, { frames }) => dice.pick(frames),
  countBomb,
  vectorBomb,
  swallow,
  gap,
  jump,
  shape,
  shape,
  masquerade,
  hello,
  wrapped,
]

/** One hostile frame. */
export const hostileFrame: Trick = (dice, loot) => dice.pick(tricks)(dice, loot)
