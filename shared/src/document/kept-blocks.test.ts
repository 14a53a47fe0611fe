import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaptureId, SegmentId } from '../kernel/id.ts'
import type { Block } from './block.ts'
import { elementOf } from './build-elements.ts'
import { keepBlocks } from './kept-blocks.ts'
import { readBlocks } from './read-blocks.ts'
import { readCaptures } from './read-captures.ts'
import { readSegments } from './read-segments.ts'
import { readText } from './read-text.ts'
import { BODY } from './schema.ts'
import { appendBlocks } from './write-document.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const block = (n: number): Block =>
  [
    { type: 'paragraph', line: `words ${n}` } as const,
    { type: 'capture', id: uuid(n) as CaptureId, kind: 'next', line: `step ${n}`, at: n } as const,
    { type: 'segment', id: uuid(n) as SegmentId, line: `topic ${n}`, minutes: 5 } as const,
    { type: 'bullets', items: [`one ${n}`, `two ${n}`] } as const,
  ][n % 4] ?? { type: 'rule' }

/** What can happen to a page: blocks come and go, letters are typed anywhere, attributes change, somebody undoes. */
const deed = fc.record({
  how: fc.constantFrom('add', 'remove', 'type', 'tick', 'undo', 'others'),
  at: fc.nat(200),
})

const texts = (doc: Y.Doc): Y.XmlText[] =>
  readBlocks(doc).flatMap(({ element }) => element.toArray().filter((one) => one instanceof Y.XmlText))

const carryOut = (doc: Y.Doc, undo: Y.UndoManager, { how, at }: { how: string; at: number }) => {
  const body = doc.getXmlFragment(BODY)
  if (how === 'add') body.insert(at % (body.length + 1), [elementOf(block(at))])
  else if (how === 'undo') undo.undo()
  else if (how === 'remove' && body.length > 0) body.delete(at % body.length, 1)
  else if (how === 'type')
    texts(doc)
      .at(at % Math.max(1, texts(doc).length))
      ?.insert(0, 'x')
  else if (how === 'tick') {
    const steps = readBlocks(doc).filter(({ name }) => name === 'capture')
    steps.at(at % Math.max(1, steps.length))?.element.setAttribute('kind', at % 2 ? 'win' : 'question')
  } else if (how === 'others') {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    appendBlocks(other, [block(at + 1000)])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
}

const everything = (doc: Y.Doc) => ({
  captures: readCaptures(doc),
  segments: readSegments(doc),
  text: readText(doc),
})

test('Whatever happens to a page, what is kept of it reads as the page read anew.', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const doc = new Y.Doc()
      appendBlocks(doc, [0, 1, 2, 3].map(block))
      keepBlocks(doc)
      const undo = new Y.UndoManager(doc.getXmlFragment(BODY), { captureTimeout: 0 })
      for (const one of deeds) {
        carryOut(doc, undo, one)
        const anew = new Y.Doc()
        Y.applyUpdate(anew, Y.encodeStateAsUpdate(doc))
        expect(everything(doc)).toEqual(everything(anew))
        expect(readBlocks(doc).every(({ element }) => element.doc === doc)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('In the midst of a change the page is read as it stands.', () => {
  const doc = new Y.Doc()
  keepBlocks(doc)
  expect(readText(doc)).toBe('')
  doc.transact(() => {
    appendBlocks(doc, [{ type: 'paragraph', line: 'written' }])
    expect(readText(doc)).toBe('written')
  })
  expect(readText(doc)).toBe('written')
})

test('A letter in a long page costs the reading of its block alone.', () => {
  const doc = new Y.Doc()
  appendBlocks(
    doc,
    Array.from({ length: 2000 }, (_, n) => block(n)),
  )
  keepBlocks(doc)
  const before = readBlocks(doc)
  texts(doc)[1000]?.insert(0, 'x')
  const after = readBlocks(doc)
  const anew = after.filter((one, index) => one !== before[index])
  expect(after).toHaveLength(before.length)
  expect(anew.length).toBeLessThan(6)
})
