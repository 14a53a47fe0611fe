import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBodies } from './compare.ts'
import { type Line, linesOf } from './lines.ts'
import type { Change, Piece, Run, Shape } from './model.ts'

const text = (words: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const block = (type: string, ...content: (JSONContent | string)[]): JSONContent => ({
  type,
  attrs: {},
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
const p = (...content: (JSONContent | string)[]) => block('paragraph', ...content)
const page = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content })

const words = fc
  .array(fc.constantFrom('the', 'fox', 'dog', 'jumps', 'Über', '読む', '!', ' ', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''))
const inline: fc.Arbitrary<JSONContent> = fc.oneof(
  words.filter((one) => one !== '').map((one) => text(one)),
  words.filter((one) => one !== '').map((one) => text(one, 'bold')),
  fc.constantFrom('a', 'b').map((pageId) => ({ type: 'pageLink', attrs: { pageId } })),
)
const paragraph = fc.array(inline, { maxLength: 4 }).map((content) => p(...content))
const anyBlock: fc.Arbitrary<JSONContent> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  fc.record({
    type: fc.constant('capture'),
    attrs: fc.record({ id: fc.constantFrom('1', '2', '3'), done: fc.boolean() }),
    content: fc.array(inline, { maxLength: 3 }),
  }),
  fc
    .array(paragraph, { minLength: 1, maxLength: 3 })
    .map((items) => block('orderedList', ...items.map((item) => block('listItem', item)))),
  paragraph.map((one) => block('blockquote', one)),
  fc.constant(block('horizontalRule')),
  fc.record({
    type: fc.constant('image'),
    attrs: fc.record({
      fileId: fc.constantFrom('1', '2'),
      alt: fc.constantFrom('a fox', 'a dog', null),
      decorative: fc.boolean(),
    }),
  }),
  fc
    .array(paragraph, { minLength: 2, maxLength: 2 })
    .map((cells) => block('table', block('tableRow', ...cells.map((cell) => block('tableCell', cell))))),
)
const body = fc.array(anyBlock, { maxLength: 7 }).map((content) => page(...content))

/** Reading neighbours together, for one text may be cut in different places. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const rows: Piece[] = []
  for (const piece of pieces) {
    const last = rows.at(-1)
    if (
      last !== undefined &&
      'text' in last &&
      'text' in piece &&
      JSON.stringify(last.marks) === JSON.stringify(piece.marks)
    )
      rows[rows.length - 1] = { text: last.text + piece.text, marks: piece.marks }
    else rows.push(piece)
  }
  return rows
}
const unnumbered = (shape: Shape): Shape => ({
  ...shape,
  item: shape.item && { ...shape.item, number: null },
})
const plain = (lines: readonly Line[]) =>
  lines.map(({ shape, pieces }) => ({ shape: unnumbered(shape), pieces: joined(pieces) }))
const less = (runs: readonly Run[], kind: Run['kind']) =>
  runs.filter((run) => run.kind !== kind).map(({ piece }) => piece)
const oldOf = (changes: readonly Change[]): Line[] =>
  changes
    .filter(({ kind }) => kind !== 'added')
    .map((one) => ({ shape: one.kind === 'changed' ? one.was : one.shape, pieces: less(one.runs, 'added') }))
const newOf = (changes: readonly Change[]): Line[] =>
  changes
    .filter(({ kind }) => kind !== 'removed')
    .map(({ shape, runs }) => ({ shape, pieces: less(runs, 'removed') }))

test('VER-10: What changed, taken one way, is the old page; taken the other way, the new one.', () => {
  fc.assert(
    fc.property(body, body, (before, after) => {
      const changes = compareBodies(before, after)
      expect(plain(oldOf(changes))).toEqual(plain(linesOf(before)))
      expect(plain(newOf(changes))).toEqual(plain(linesOf(after)))
    }),
    { numRuns: 400 },
  )
})

test('A page compared with itself has not changed.', () => {
  fc.assert(
    fc.property(body, (one) => {
      expect(
        compareBodies(one, JSON.parse(JSON.stringify(one))).filter(({ kind }) => kind !== 'same'),
      ).toEqual([])
    }),
  )
})

const told = (changes: readonly Change[]) =>
  changes.map(({ kind, runs }) => [
    kind,
    runs.map((run) => [run.kind, 'text' in run.piece ? run.piece.text : run.piece.atom]),
  ])

test('An image is told by what it shows: described otherwise it is the same image, of another file it is another.', () => {
  const image = (fileId: string, alt: string | null) => page({ type: 'image', attrs: { fileId, alt } })
  expect(told(compareBodies(image('1', 'A map'), image('1', 'A plan')))).toEqual([
    [
      'changed',
      [
        ['same', 'A '],
        ['removed', 'map'],
        ['added', 'plan'],
      ],
    ],
  ])
  expect(told(compareBodies(image('1', null), image('1', 'A map')))).toEqual([
    ['changed', [['added', 'A map']]],
  ])
  expect(told(compareBodies(image('1', 'A map'), image('2', 'A map'))).map(([kind]) => kind)).toEqual([
    'removed',
    'added',
  ])
})

test('A word that changed is told as a word, not as its letters and not as its line.', () => {
  const before = page(p('Stays.'), p('We meet on Thursday at nine.'))
  const after = page(p('Stays.'), p('We meet on Friday at nine.'))
  expect(told(compareBodies(before, after))).toEqual([
    ['same', [['same', 'Stays.']]],
    [
      'changed',
      [
        ['same', 'We meet on '],
        ['removed', 'Thursday'],
        ['added', 'Friday'],
        ['same', ' at nine.'],
      ],
    ],
  ])
})

test('Words that changed side by side read as a whole.', () => {
  const changes = compareBodies(page(p('It was red and big.')), page(p('It was blue but small.')))
  expect(told(changes)[0]?.[1]).toEqual([
    ['same', 'It was '],
    ['removed', 'red and big'],
    ['added', 'blue but small'],
    ['same', '.'],
  ])
})

test('An empty line in which somebody wrote is the same line.', () => {
  const [change] = compareBodies(page(p()), page(p('Now it says something.')))
  expect(change).toMatchObject({ kind: 'changed', runs: [{ kind: 'added' }] })
})

test('A line that came between others leaves those alone.', () => {
  const [one, two] = [p('One thing'), p('Another thing')]
  expect(compareBodies(page(one, two), page(one, p('New here'), two)).map(({ kind }) => kind)).toEqual([
    'same',
    'added',
    'same',
  ])
})

test('A capture is the same capture whatever became of its words.', () => {
  const capture = (id: string, words: string, done: boolean): JSONContent => ({
    ...block('capture', words),
    attrs: { id, done },
  })
  const [change] = compareBodies(
    page(capture('1', 'Ask Ben', false)),
    page(capture('1', 'Write it up', true)),
  )
  expect(change).toMatchObject({
    kind: 'changed',
    was: { attributes: { done: false } },
    shape: { attributes: { done: true } },
  })
})

test('Two long pages that have nothing in common are told apart in little time.', () => {
  const long = (word: string) => page(...Array.from({ length: 6000 }, (_, i) => p(`${word} ${word}${i}`)))
  const changes = compareBodies(long('old'), long('new'))
  expect(changes.filter(({ kind }) => kind === 'removed')).toHaveLength(6000)
  expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(6000)
})
