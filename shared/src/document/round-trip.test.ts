import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AnswerId, CaptureId, FileId, MemberId, PageId, SegmentId } from '../kernel/id.ts'
import { isAltText, MAX_IMAGE_SIDE } from './attributes.ts'
import type { Block, Line, Piece } from './block.ts'
import { CAPTURE_KINDS } from './capture-kinds.ts'
import { readAnswers } from './read-answers.ts'
import { readCaptures } from './read-captures.ts'
import { readImages } from './read-images.ts'
import { readLinks, readMentions } from './read-references.ts'
import { readOutline, readSegments } from './read-segments.ts'
import { readText } from './read-text.ts'
import { BODY, documentSchema } from './schema.ts'
import { toProseMirrorJson } from './to-prosemirror-json.ts'
import { validateStructure } from './validate-structure.ts'
import { appendBlocks } from './write-document.ts'

const id = <T>() => fc.uuid().map((text) => text.toLowerCase() as T)
const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const marks = fc.subarray(['bold', 'italic', 'strike'] as const)
const piece: fc.Arbitrary<Piece> = fc.oneof(
  words,
  fc.record({ text: words, marks }),
  fc.record({ text: words, href: fc.constantFrom('https://a.b', '/p/1') }),
  fc.record({ pageId: id<PageId>() }),
  fc.record({ memberId: id<MemberId>() }),
)
const line: fc.Arbitrary<Line> = fc.array(piece, { maxLength: 5 })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const day = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), line }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    line,
  }),
  fc.record({
    type: fc.constant('segment' as const),
    id: id<SegmentId>(),
    line,
    minutes: fc.integer({ min: 0, max: 600 }),
    lead: optional(id<MemberId>()),
  }),
  fc.record({
    type: fc.constant('capture' as const),
    id: id<CaptureId>(),
    kind: fc.constantFrom(...CAPTURE_KINDS),
    line,
    at: fc.maxSafeInteger(),
    who: optional(id<MemberId>()),
    due: optional(day),
    done: fc.boolean(),
    dropped: optional(fc.constantFrom('Nobody needs it', 'Not ours: “x”')),
  }),
  fc.record({
    type: fc.constant('answer' as const),
    id: id<AnswerId>(),
    who: id<MemberId>(),
    at: fc.maxSafeInteger(),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
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
  fc.record({ type: fc.constantFrom('rule' as const, 'carryOver' as const) }),
  fc.record({
    type: fc.constant('image' as const),
    fileId: id<FileId>(),
    alt: optional(words.filter(isAltText)),
    decorative: fc.boolean(),
    width: optional(fc.integer({ min: 1, max: MAX_IMAGE_SIDE })),
    height: optional(fc.integer({ min: 1, max: MAX_IMAGE_SIDE })),
  }),
)

const everythingRead = (doc: Y.Doc) => ({
  captures: readCaptures(doc).map((capture) => ({ ...capture, clientId: 0 })),
  answers: readAnswers(doc),
  segments: readSegments(doc),
  links: readLinks(doc),
  mentions: readMentions(doc),
  images: readImages(doc),
  outline: readOutline(doc),
  text: readText(doc),
})

test('What code writes survives the way into an editor and back, whatever it says.', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const doc = new Y.Doc()
      appendBlocks(doc, blocks)
      expect(validateStructure(doc)).toEqual([])
      const node = documentSchema.nodeFromJSON(toProseMirrorJson(doc))
      node.check()
      const again = new Y.Doc()
      prosemirrorJSONToYXmlFragment(documentSchema, node.toJSON(), again.getXmlFragment(BODY))
      expect(validateStructure(again)).toEqual([])
      expect(everythingRead(again)).toEqual(everythingRead(doc))
    }),
    { numRuns: 200 },
  )
})

const capture = (number: number): Block => ({
  type: 'capture',
  id: `00000000-0000-4000-8000-00000000000${number}` as CaptureId,
  kind: 'win',
  line: `${number}`,
  at: number,
})

const authors = (doc: Y.Doc) => new Map(readCaptures(doc).map(({ text, clientId }) => [text, clientId]))

test('Captures of two people writing at once are all read, each with the client that made it.', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  appendBlocks(one, [capture(1)])
  appendBlocks(two, [capture(2)])
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  expect(authors(one)).toEqual(
    new Map([
      ['1', one.clientID],
      ['2', two.clientID],
    ]),
  )
  expect(authors(two)).toEqual(authors(one))
})
