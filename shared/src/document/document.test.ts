import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaptureId, FileId, MemberId, PageId, SegmentId } from '../kernel/id.ts'
import type { Block } from './block.ts'
import { readCaptures } from './read-captures.ts'
import { readImages } from './read-images.ts'
import { readAddresses, readLinks, readMentions } from './read-references.ts'
import { readOutline, readSegments } from './read-segments.ts'
import { readText } from './read-text.ts'
import { BODY, documentSchema } from './schema.ts'
import { toProseMirrorJson } from './to-prosemirror-json.ts'
import { validateStructure } from './validate-structure.ts'
import { setCaptureDone, setCaptureDropped, setCaptureDue, setCaptureKind } from './write-capture.ts'
import { appendBlocks, initialDocument } from './write-document.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const segment = uuid(1) as SegmentId
const step = uuid(2) as CaptureId
const ana = uuid(3) as MemberId
const page = uuid(4) as PageId

const everything: Block[] = [
  { type: 'heading', level: 1, line: 'How Redis forgets' },
  { type: 'segment', id: segment, line: 'Walk the code', minutes: 20, lead: ana },
  {
    type: 'paragraph',
    line: ['See ', { pageId: page }, ' by ', { memberId: ana }, { text: ' now', marks: ['bold', 'italic'] }],
  },
  {
    type: 'capture',
    id: step,
    kind: 'next',
    line: ['Measure ', { text: 'p99', marks: ['code'] }],
    at: 1_795_000_000_000,
    who: ana,
    due: '2026-12-03',
  },
  { type: 'capture', id: uuid(5) as CaptureId, kind: 'question', line: 'Why?', at: 1 },
  { type: 'bullets', items: ['one', [{ text: 'two', href: 'https://redis.io' }]] },
  { type: 'numbers', items: ['first'] },
  { type: 'tasks', items: [{ done: true, line: 'done' }] },
  { type: 'quote', line: 'The budget is the feature.' },
  { type: 'code', text: 'a\nb', language: 'c' },
  { type: 'rule' },
  { type: 'carryOver' },
  { type: 'image', fileId: uuid(8) as FileId, alt: 'The map of the cache', width: 1280, height: 720 },
  { type: 'image', fileId: uuid(9) as FileId, decorative: true },
]

const written = (blocks = everything) => {
  const doc = new Y.Doc()
  appendBlocks(doc, blocks)
  return doc
}

describe('what code writes', () => {
  test('is valid for the schema and for the server, and y-tiptap reads the same from it', () => {
    const doc = written()
    const json = toProseMirrorJson(doc)
    documentSchema.nodeFromJSON(json).check()
    expect(
      documentSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(BODY))).toJSON(),
    ).toEqual(documentSchema.nodeFromJSON(json).toJSON())
    expect(validateStructure(doc)).toEqual([])
  })

  test('is what y-tiptap would write, so that an editor that opens it has nothing to mend', () => {
    const doc = written()
    const body = doc.getXmlFragment(BODY)
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(update))
    const node = documentSchema.nodeFromJSON(toProseMirrorJson(doc))
    updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() })
    expect(updates).toEqual([])
  })

  test('is one update, and none when nothing changes', () => {
    const doc = written()
    let updates = 0
    doc.on('update', () => updates++)
    expect(setCaptureDone(doc, step, true)).toBe(true)
    expect(setCaptureDone(doc, step, true)).toBe(true)
    expect(setCaptureDone(doc, uuid(99) as CaptureId, true)).toBe(false)
    expect(updates).toBe(1)
    expect(readCaptures(doc)[0]).toMatchObject({ id: step, done: true })
  })

  test('leaves a document alone that already holds something', () => {
    const doc = written([{ type: 'paragraph', line: 'mine' }])
    expect(initialDocument(doc, { title: 'Theirs', segments: [] })).toBe(false)
    expect(readText(doc)).toBe('mine')
  })

  test('starts a meeting with its segments, prompts and what was carried over', () => {
    const doc = new Y.Doc()
    const segments = [
      { id: uuid(7) as SegmentId, title: 'From last time', minutes: 5, carryOver: true },
      { id: segment, title: 'Round', minutes: 15, lead: ana, prompt: 'What surprised you?' },
    ]
    expect(initialDocument(doc, { segments })).toBe(true)
    expect(readSegments(doc)).toEqual([
      { id: uuid(7), title: 'From last time', minutes: 5, lead: undefined, index: 0 },
      { id: segment, title: 'Round', minutes: 15, lead: ana, index: 1 },
    ])
    expect(readText(doc).split('\n')).toEqual(['From last time', '', 'Round', 'What surprised you?', ''])
    expect(validateStructure(doc)).toEqual([])
  })
})

describe('what readers find', () => {
  test('captures with their text, owner, date, segment and the client that made them', () => {
    const doc = written()
    expect(readCaptures(doc)).toMatchObject([
      {
        id: step,
        kind: 'next',
        text: 'Measure p99',
        who: ana,
        due: '2026-12-03',
        done: false,
        segmentId: segment,
      },
      { id: uuid(5), kind: 'question', text: 'Why?', at: 1, who: undefined, clientId: doc.clientID },
    ])
  })

  test('links, mentions, addresses and the outline', () => {
    const doc = written()
    expect(readLinks(doc)).toEqual([page])
    expect(readMentions(doc)).toEqual([ana])
    expect(readAddresses(doc)).toEqual(['https://redis.io'])
    expect(readOutline(doc)).toEqual([
      { level: 1, title: 'How Redis forgets', segmentId: undefined },
      { level: 2, title: 'Walk the code', segmentId: segment },
    ])
  })

  test('one line of text per block, with labels only where the reader may see them', () => {
    const lines = readText(written(), { page: () => 'Words we use' }).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      'How Redis forgets',
      'Walk the code',
      'See Words we use by  now',
      'Measure p99',
    ])
    expect(lines.slice(-3)).toEqual(['a', 'b', 'The map of the cache'])
  })

  test('images with what they show and how large they are; one that is not described says nothing', () => {
    const doc = written()
    appendBlocks(doc, [{ type: 'image', fileId: uuid(10) as FileId, width: 3, height: 4 }])
    const [map, ornament, unanswered] = readImages(doc)
    expect(map).toEqual({
      fileId: uuid(8),
      alt: 'The map of the cache',
      decorative: false,
      width: 1280,
      height: 720,
    })
    expect(ornament).toMatchObject({ alt: undefined, decorative: true, width: undefined })
    expect(unanswered).toMatchObject({ alt: undefined, decorative: false, width: 3, height: 4 })
    expect(readText(doc).split('\n').at(-1)).toBe('The map of the cache')
  })

  test('the first of two blocks with one id', () => {
    const twice: Block[] = [
      { type: 'capture', id: step, kind: 'win', line: 'first', at: 1 },
      { type: 'capture', id: step, kind: 'quote', line: 'second', at: 2 },
      { type: 'segment', id: segment, line: 'A', minutes: 1 },
      { type: 'segment', id: segment, line: 'B', minutes: 2 },
    ]
    const doc = written(twice)
    expect(readCaptures(doc).map(({ text }) => text)).toEqual(['first'])
    expect(readSegments(doc).map(({ title }) => title)).toEqual(['A'])
  })
})

describe('what is written about a capture', () => {
  const standing = (doc: Y.Doc) => readCaptures(doc).find(({ id }) => id === step)

  test('is dropped with a reason, taken up again, and no longer dropped once it is done', () => {
    const doc = written()
    expect(setCaptureDropped(doc, step, 'Nobody needs it')).toBe(true)
    expect(standing(doc)).toMatchObject({ dropped: 'Nobody needs it', done: false })
    expect(validateStructure(doc)).toEqual([])
    setCaptureDropped(doc, step, undefined)
    expect(standing(doc)).toMatchObject({ dropped: undefined })
    setCaptureDropped(doc, step, 'Nobody needs it')
    setCaptureDone(doc, step, true)
    setCaptureDone(doc, step, false)
    expect(standing(doc)).toMatchObject({ dropped: undefined, done: false })
  })

  test('is another kind with the same id, and loses nothing on the way back', () => {
    const doc = written()
    setCaptureDone(doc, step, true)
    const before = standing(doc)
    setCaptureKind(doc, step, 'insight')
    expect(standing(doc)).toMatchObject({
      id: step,
      kind: 'insight',
      who: undefined,
      due: undefined,
      done: false,
    })
    setCaptureKind(doc, step, 'next')
    expect(standing(doc)).toEqual(before)
  })

  test('is due on another day, or on none; nothing is written about what is not there', () => {
    const doc = written()
    setCaptureDue(doc, step, '2027-01-04')
    expect(standing(doc)?.due).toBe('2027-01-04')
    setCaptureDue(doc, step, undefined)
    expect(standing(doc)?.due).toBeUndefined()
    expect(setCaptureDue(doc, uuid(99) as CaptureId, '2027-01-04')).toBe(false)
  })
})
