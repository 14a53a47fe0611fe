import fc from 'fast-check'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FrameError, reading } from './frame-error.ts'
import { scanStateVector, scanUpdate } from './update-scan.ts'

const scan = (update: Uint8Array) => reading(() => scanUpdate(update, 32))

const bytes = (...numbers: number[]): Uint8Array => {
  const encoder = createEncoder()
  for (const number of numbers) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.array(fc.integer()),
    { maxKeys: 3, noNullPrototype: true },
  ),
)
const step = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    at: fc.nat(),
  }),
  fc.record({ do: fc.constant('delete' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('bold' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('set' as const), key: fc.string(), value }),
  fc.record({ do: fc.constant('push' as const), value }),
  fc.record({ do: fc.constant('element' as const), name: fc.string({ minLength: 1 }), text: fc.string() }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const apply = (doc: Y.Doc, action: Step): void => {
  const text = doc.getText('t')
  const at = text.length === 0 || !('at' in action) ? 0 : action.at % text.length
  switch (action.do) {
    case 'type':
      text.insert(at, action.text)
      break
    case 'delete':
      text.delete(at, Math.min(action.length, text.length - at))
      break
    case 'bold':
      text.format(at, Math.min(action.length, text.length - at), { bold: true })
      break
    case 'set':
      doc.getMap('m').set(action.key, action.value)
      break
    case 'push':
      doc.getArray('a').push([action.value])
      break
    case 'element':
      doc.getXmlFragment('x').push([elementOf(action.name, action.text)])
  }
}

const elementOf = (name: string, text: string): Y.XmlElement => {
  const element = new Y.XmlElement(name)
  element.setAttribute('k', text)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

const anyDoc = fc
  .tuple(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }))
  .map(([one, two]) => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    for (const action of one) apply(a, action)
    for (const action of two) apply(b, action)
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    for (const action of one) apply(a, action)
    return a
  })

const sample = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'Grüße 🚀')
  doc.getMap('m').set('k', { a: [1, 'two', null], b: 2.5 })
  doc.getText('t').delete(2, 2)
  return Y.encodeStateAsUpdate(doc)
}

describe('scanning an update', () => {
  it('SCN-3 finds the clients and clocks that Yjs finds', () => {
    fc.assert(
      fc.property(anyDoc, (doc) => {
        const update = Y.encodeStateAsUpdate(doc)
        const { from, to } = Y.parseUpdateMeta(update)
        const runs = scan(update).runs.toSorted((a, b) => a.client - b.client)
        expect(runs).toEqual(
          [...to]
            .map(([client, clock]) => ({ client, from: from.get(client), to: clock }))
            .toSorted((a, b) => a.client - b.client),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('SCN-3 knows an empty update', () => {
    expect(scan(Y.encodeStateAsUpdate(new Y.Doc())).empty).toBe(true)
    expect(scan(sample()).empty).toBe(false)
  })

  it('SCN-2 refuses an update cut at any byte, and one with a byte too many', () => {
    const whole = sample()
    for (let length = 0; length < whole.length; length++) {
      expect(() => scan(whole.subarray(0, length)), `cut at ${length}`).toThrow(FrameError)
    }
    expect(() => scan(Uint8Array.of(...whole, 0))).toThrow(FrameError)
  })

  it('SCN-2 refuses a document inside the document, and content of no known kind', () => {
    const doc = new Y.Doc()
    doc.getMap('m').set('inner', new Y.Doc())
    expect(() => scan(Y.encodeStateAsUpdate(doc))).toThrow('no known kind')
  })

  it('SCN-6 refuses a struct that hangs on what its own client writes later: Yjs would fail half way', () => {
    const text = [7, 1, 4, ...Buffer.from('body'), 6]
    const update = (...second: number[]) => Uint8Array.of(1, 2, 7, 0, ...text, ...second, 0)
    const letterAfter = (client: number, clock: number) => update(0x84, client, clock, 1, 0x61)
    expect(scan(letterAfter(7, 0)).runs).toEqual([{ client: 7, from: 0, to: 2 }])
    expect(scan(letterAfter(8, 9)).runs).toHaveLength(1)
    expect(() => scan(letterAfter(7, 1))).toThrow(/comes after/)
    expect(() => scan(update(4, 0, 7, 9, 1, 0x61))).toThrow(/comes after/)
    const applied = new Y.Doc()
    expect(() => Y.applyUpdate(applied, letterAfter(7, 1))).toThrow(/undefined/)
    expect(Y.getState(applied.store, 7)).toBe(1)
  })

  it('SCN-2 refuses a value that nests deeper than allowed', () => {
    const doc = new Y.Doc()
    let deep: unknown[] = []
    for (let i = 0; i < 100; i++) deep = [deep]
    doc.getMap('m').set('deep', deep)
    expect(() => scan(Y.encodeStateAsUpdate(doc))).toThrow('too deep')
  })

  it('SCN-2 refuses a hole between structs and asks for a resync', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abc') doc.getText('t').insert(0, letter)
    const [first, , third] = updates
    if (first === undefined || third === undefined) throw new Error('Three edits make three updates.')
    const holed = Y.mergeUpdates([first, third])
    expect(() => scan(holed)).toThrow(expect.objectContaining({ reason: 'resync' }))
  })

  it.each([
    ['structs', bytes(1, 30_000_000, 1, 0)],
    ['clients', bytes(4_000_000_000)],
    ['deletions', bytes(0, 1, 1, 2 ** 40)],
    ['clients of deletions', bytes(0, 100_000_000)],
  ])('SCN-1 refuses to believe in millions of %s, at once and without memory', (_, bomb) => {
    const before = process.memoryUsage().rss
    const begin = performance.now()
    for (let i = 0; i < 40; i++) expect(() => scan(bomb)).toThrow(FrameError)
    expect(performance.now() - begin).toBeLessThan(250)
    expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000)
  })

  it('SCN-1 meets any noise with an answer or a frame error, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        try {
          scan(noise)
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('SCN-1 refuses a state vector that promises more than it has', () => {
    expect(() => reading(() => scanStateVector(bytes(1_000_000)))).toThrow(FrameError)
    expect(() => reading(() => scanStateVector(Y.encodeStateVector(new Y.Doc())))).not.toThrow()
  })
})
