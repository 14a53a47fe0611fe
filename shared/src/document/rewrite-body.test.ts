import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaptureId, FileId, PageId } from '../kernel/id.ts'
import type { Block, Line } from './block.ts'
import { readBlocks } from './read-blocks.ts'
import { readCaptures } from './read-captures.ts'
import { readText } from './read-text.ts'
import { rewriteBody } from './rewrite-body.ts'
import { BODY, documentSchema } from './schema.ts'
import { toProseMirrorJson } from './to-prosemirror-json.ts'
import { validateStructure } from './validate-structure.ts'
import { appendBlocks } from './write-document.ts'

const captureId = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as CaptureId
const words = fc
  .array(fc.constantFrom('the', 'fox', 'dog', 'jumps', 'Über', '👩‍👩‍👧', ' ', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''))
const line: fc.Arbitrary<Line> = fc.array(
  fc.oneof(
    words,
    fc.record({ text: words, marks: fc.constantFrom(['bold'] as const, ['italic', 'strike'] as const) }),
    fc.record({ text: words, href: fc.constantFrom('https://a.b', '/p/1') }),
    fc.constantFrom(1, 2).map((n) => ({ pageId: captureId(n) as string as PageId })),
  ),
  { maxLength: 3 },
)
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), line }),
  },
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), line }),
  fc.record({
    type: fc.constant('capture' as const),
    id: fc.integer({ min: 1, max: 4 }).map(captureId),
    kind: fc.constantFrom('next' as const, 'win' as const),
    line,
    at: fc.constant(1),
    done: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('tasks' as const),
    items: fc.array(fc.record({ done: fc.boolean(), line }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('code' as const), text: words }),
  fc.constant({ type: 'rule' as const }),
  fc.record({
    type: fc.constant('image' as const),
    fileId: fc.integer({ min: 1, max: 2 }).map((n) => captureId(n) as string as FileId),
    alt: fc.constantFrom('a map', undefined),
    decorative: fc.boolean(),
    width: fc.constantFrom(1, 2),
    height: fc.constant(1),
  }),
)
const blocks = fc.array(block, { maxLength: 7 })

const docOf = (content: readonly Block[]): Y.Doc => {
  const doc = new Y.Doc()
  appendBlocks(doc, content)
  return doc
}
const bodyOf = (doc: Y.Doc) => documentSchema.nodeFromJSON(toProseMirrorJson(doc)).toJSON()
const topLevel = (doc: Y.Doc) =>
  doc
    .getXmlFragment(BODY)
    .toArray()
    .map((child) => child.toJSON())
const exchange = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

test('A page says what the old one said, whatever stood in it, and its structure is sound.', () => {
  fc.assert(
    fc.property(blocks, blocks, (now, then) => {
      const [doc, old] = [docOf(now), docOf(then)]
      rewriteBody(doc, toProseMirrorJson(old))
      expect(bodyOf(doc)).toEqual(bodyOf(old))
      expect(validateStructure(doc)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('A page that says it already is not touched.', () => {
  fc.assert(
    fc.property(blocks, (content) => {
      const doc = docOf(content)
      const before = Y.encodeStateAsUpdate(doc)
      rewriteBody(doc, toProseMirrorJson(docOf(content)))
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }),
  )
})

test('VER-8: Of two who write while the page is rewritten, both end with the same page.', () => {
  fc.assert(
    fc.property(blocks, blocks, block, (now, then, meanwhile) => {
      const [server, client] = [docOf(now), new Y.Doc()]
      exchange(server, client)
      appendBlocks(client, [meanwhile])
      rewriteBody(server, toProseMirrorJson(docOf(then)))
      exchange(server, client)
      exchange(server, client)
      expect(bodyOf(client)).toEqual(bodyOf(server))
      const [written] = topLevel(docOf([meanwhile]))
      expect(topLevel(client)).toContain(written)
    }),
    { numRuns: 60 },
  )
})

const capture = (n: number, text: string): Block => ({
  type: 'capture',
  id: captureId(n),
  kind: 'decision',
  line: text,
  at: 1,
})
const paragraph = (text: string): Block => ({ type: 'paragraph', line: text })

test('VER-8: Blocks that stay keep their origin, so that a capture still tells who caught it.', () => {
  const then = docOf([capture(1, 'First'), paragraph('Gone since'), capture(2, 'Second')])
  const doc = docOf([capture(1, 'First')])
  const catchers = new Y.Doc()
  exchange(doc, catchers)
  appendBlocks(catchers, [paragraph('New'), capture(2, 'Second, in other words')])
  exchange(doc, catchers)
  const before = new Map(readCaptures(doc).map(({ id, clientId }) => [id, clientId]))
  const restorer = new Y.Doc()
  Y.applyUpdate(restorer, Y.encodeStateAsUpdate(doc))
  rewriteBody(restorer, toProseMirrorJson(then))
  expect(readText(restorer)).toBe('First\nGone since\nSecond')
  expect(new Map(readCaptures(restorer).map(({ id, clientId }) => [id, clientId]))).toEqual(before)
})

const meanwhile = (rewrite: (doc: Y.Doc, then: Y.Doc) => void) => {
  const then = docOf([paragraph('We meet on Thursday in the small room.')])
  const [server, client] = [docOf([paragraph('We meet on Friday in the large room.')]), new Y.Doc()]
  exchange(server, client)
  const [line] = readBlocks(client)
  const [typed] = line?.element.toArray() ?? []
  if (typed instanceof Y.XmlText) typed.insert('We meet'.length, ' again')
  rewrite(server, then)
  exchange(server, client)
  return [readText(server), readText(client)]
}

test('VER-8: What somebody types in a line meanwhile stays, although other words of it are taken back.', () => {
  const [server, client] = meanwhile((doc, then) => rewriteBody(doc, toProseMirrorJson(then)))
  expect(server).toBe('We meet again on Thursday in the small room.')
  expect(client).toBe(server)
})

test('VER-8: A page that is written anew loses it, so that the test above could fail.', () => {
  const [server] = meanwhile((doc) => {
    doc.getXmlFragment(BODY).delete(0, 1)
    appendBlocks(doc, [paragraph('We meet on Thursday in the small room.')])
  })
  expect(server).not.toContain('again')
})

test('What our schema does not know is refused before anything is changed.', () => {
  const doc = docOf([paragraph('Here')])
  expect(() => rewriteBody(doc, { type: 'doc', content: [{ type: 'iframe' }] })).toThrow(RangeError)
  expect(readText(doc)).toBe('Here')
})
