import { BODY } from '@rondo/shared/document/schema.ts'
import { isDestructive, validateStructure } from '@rondo/shared/document/validate-structure.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from './document-guard.ts'

const blocks = [
  'paragraph',
  'blockquote',
  'bulletList',
  'listItem',
  'heading',
  'codeBlock',
  'table',
  'mention',
]
const names = fc.constantFrom(...blocks, 'script', 'doc', 'constructor')
const keys = fc.constantFrom('level', 'checked', 'onclick', '__proto__', 'style', 'memberId')
const values = fc.constantFrom<unknown[]>(
  1,
  true,
  'x',
  'y'.repeat(300),
  null,
  { a: 1 },
  [1],
  new Uint8Array(2),
)
const marks = fc.constantFrom('bold', 'link', 'colour', '__proto__')
const markValues = fc.constantFrom<unknown[]>(
  {},
  true,
  { href: '/a' },
  { href: 'javascript:1' },
  { color: 'red' },
)

/** One thing that somebody does to a document through Yjs, sensible or not. `at` chooses where. */
type Deed = (doc: Y.Doc, at: number) => void

const fragments = (doc: Y.Doc): Y.XmlFragment[] => {
  const found: Y.XmlFragment[] = [doc.getXmlFragment(BODY)]
  for (const one of found) {
    for (const child of one.toArray()) if (child instanceof Y.XmlFragment) found.push(child)
  }
  return found
}
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const texts = (doc: Y.Doc): Y.XmlText[] =>
  fragments(doc).flatMap((one) => one.toArray().filter((child: unknown) => child instanceof Y.XmlText))
const elements = (doc: Y.Doc): Y.XmlElement[] => fragments(doc).filter((one) => one instanceof Y.XmlElement)

const deed: fc.Arbitrary<Deed> = fc.oneof(
  names.map(
    (name): Deed =>
      (doc, at) =>
        pick(fragments(doc), at)?.insert(0, [new Y.XmlElement(name)]),
  ),
  fc.constant<Deed>((doc, at) => pick(fragments(doc), at)?.insert(0, [new Y.XmlText('new')])),
  fc.constant<Deed>((doc, at) => pick(fragments(doc), at)?.insert(0, [new Y.Map() as never])),
  fc.constant<Deed>((doc, at) => pick(texts(doc), at)?.insert(0, 'typed')),
  fc.constant<Deed>((doc, at) => pick(texts(doc), at)?.insertEmbed(0, { image: 'x' })),
  fc.constant<Deed>((doc, at) => pick(texts(doc), at)?.setAttribute('lang', 'en')),
  fc.tuple(marks, markValues).map(
    ([mark, value]): Deed =>
      (doc, at) =>
        pick(texts(doc), at)?.format(0, 2, JSON.parse(JSON.stringify({ [mark]: value }))),
  ),
  fc.tuple(keys, values).map(
    ([key, value]): Deed =>
      (doc, at) =>
        pick(elements(doc), at)?.setAttribute(key, value as never),
  ),
  fc.constant<Deed>((doc, at) => {
    const one = pick(fragments(doc), at)
    if (one !== undefined && one.length > 0) one.delete(0, 1)
  }),
  fc.constant<Deed>((doc) => doc.getMap('beside').set('a', 1)),
)
const deeds = fc.array(fc.tuple(deed, fc.nat(20)), { minLength: 1, maxLength: 6 })

const page = (): Y.Doc => {
  const doc = new Y.Doc()
  appendBlocks(doc, [
    { type: 'heading', level: 1, line: 'Title' },
    { type: 'paragraph', line: ['plain ', { text: 'bold', marks: ['bold'] }] },
    { type: 'bullets', items: ['one', 'two'] },
    { type: 'code', text: 'let it = be' },
  ])
  return doc
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  copy.getXmlFragment(BODY)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** What an update leaves behind, if Yjs takes it. */
const after = (doc: Y.Doc, update: Uint8Array): Y.Doc | null => {
  const copy = copyOf(doc)
  try {
    Y.applyUpdate(copy, update)
    return copy
  } catch {
    return null
  }
}

const isLongOddValue = (doc: Y.Doc): boolean =>
  elements(doc).some((one) => Object.values(one.getAttributes()).some((value) => String(value).length > 256))

test('T17 STR-1 What the guard lets through leaves a page that opens, whatever is written and in however many frames.', () => {
  let refused = 0
  let passed = 0
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 1, maxLength: 5 }), (frames) => {
      const doc = page()
      const author = copyOf(doc)
      for (const frame of frames) {
        const before = Y.encodeStateVector(author)
        author.transact(() => {
          for (const [act, at] of frame) act(author, at)
        })
        const update = Y.encodeStateAsUpdate(author, before)
        const objection = judgeUpdate(doc, update)
        if (objection !== null) {
          refused += 1
          return
        }
        passed += 1
        Y.applyUpdate(doc, update)
        const left = validateStructure(doc)
        expect(left.filter((one) => isDestructive(one) || one.reason !== 'attribute')).toEqual([])
        expect(isLongOddValue(doc)).toBe(false)
      }
    }),
    { numRuns: 600 },
  )
  expect(Math.min(refused, passed)).toBeGreaterThan(15)
})

test('T17 STR-1 The same holds for updates whose bytes were changed on the way.', () => {
  let taken = 0
  fc.assert(
    fc.property(
      deeds,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      (frame, changes) => {
        const doc = page()
        const author = copyOf(doc)
        const before = Y.encodeStateVector(author)
        author.transact(() => {
          for (const [act, at] of frame) act(author, at)
        })
        const update = Y.encodeStateAsUpdate(author, before)
        for (const [at, byte] of changes) update[at % update.length] = byte
        if (judgeUpdate(doc, update) !== null) return
        const left = after(doc, update)
        if (left === null) return
        taken += 1
        expect(validateStructure(left).filter(isDestructive)).toEqual([])
      },
    ),
    { numRuns: 3_000 },
  )
  expect(taken).toBeGreaterThan(20)
})

test('STR-1 Without the guard the same deeds leave pages that do not open.', () => {
  const broken = fc.sample(deeds, 200).filter((frame) => {
    const doc = page()
    for (const [act, at] of frame) doc.transact(() => act(doc, at))
    return validateStructure(doc).some(isDestructive)
  })
  expect(broken.length).toBeGreaterThan(20)
})
