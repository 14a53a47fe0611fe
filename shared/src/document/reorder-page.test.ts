import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaptureId, MemberId, SegmentId } from '../kernel/id.ts'
import { readBlocks } from './read-blocks.ts'
import { readSegments } from './read-segments.ts'
import { readText } from './read-text.ts'
import { reorderPage } from './reorder-page.ts'
import { BODY } from './schema.ts'
import { validateStructure } from './validate-structure.ts'
import { appendBlocks, initialDocument } from './write-document.ts'
import { writeIntoSegment } from './write-into-segment.ts'

const id = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const lead = '00000000-0000-4000-8000-000000000001' as MemberId
const capture = '00000000-0000-4000-8000-200000000001' as CaptureId
const NUMBERS = [1, 2, 3, 4, 5]

/** Segment 2 has no prompt, 3 shows what is open, 4 has a lead. */
const planned = (): Y.Doc => {
  const doc = new Y.Doc()
  const segments = NUMBERS.map((n) => ({
    id: id(n),
    title: `Title ${n}`,
    minutes: n,
    lead: n === 4 ? lead : undefined,
    carryOver: n === 3,
    prompt: n === 2 ? undefined : `Prompt ${n}`,
  }))
  initialDocument(doc, { segments })
  return doc
}
const agenda = (doc: Y.Doc) => readSegments(doc).map((one) => Number(one.id.at(-1)))
const told = (doc: Y.Doc) => readSegments(doc).map(({ title, minutes, lead: who }) => [title, minutes, who])
const textUnder = (doc: Y.Doc, n: number): string => {
  const lines = readText(doc).split('\n')
  const from = lines.indexOf(`Title ${n}`)
  const to = lines.findIndex((line, index) => index > from && line.startsWith('Title'))
  return lines
    .slice(from + 1, to < 0 ? undefined : to)
    .join(' ')
    .trim()
}
const ids = (...numbers: number[]) => numbers.map(id)

describe('a page whose agenda was put in another order', () => {
  test('follows with title, minutes, lead, prompt and what is still open', () => {
    const doc = planned()
    expect(reorderPage(doc, ids(4, 3, 2, 1, 5))).toBe(true)
    expect(agenda(doc)).toEqual([4, 3, 2, 1, 5])
    expect(told(doc).slice(0, 3)).toEqual([
      ['Title 4', 4, lead],
      ['Title 3', 3, undefined],
      ['Title 2', 2, undefined],
    ])
    expect(NUMBERS.map((n) => textUnder(doc, n))).toEqual([
      'Prompt 1',
      '',
      'Prompt 3',
      'Prompt 4',
      'Prompt 5',
    ])
    const names = readBlocks(doc).map(({ name }) => name)
    expect(names.indexOf('carryOver')).toBe(names.indexOf('segment', 1) + 1)
    expect(validateStructure(doc)).toEqual([])
  })

  test('leaves a segment where it is as soon as anything was written in it', () => {
    for (const block of [
      { type: 'paragraph', line: 'A thought' },
      { type: 'capture', id: capture, kind: 'question', line: 'Why?', at: 5 },
      { type: 'bullets', items: ['One'] },
    ] as const) {
      const doc = planned()
      writeIntoSegment(doc, id(3), [block])
      reorderPage(doc, ids(5, 4, 3, 2, 1))
      expect(agenda(doc)).toEqual([5, 4, 3, 2, 1])
      const other = planned()
      writeIntoSegment(other, id(2), [block])
      reorderPage(other, ids(5, 2, 4, 3, 1))
      expect(agenda(other)[1]).toBe(2)
    }
  })

  test('leaves those where they are that the meeting has been in', () => {
    const doc = planned()
    reorderPage(doc, ids(2, 1, 4, 3, 5), new Set([id(1), id(2)]))
    expect(agenda(doc)).toEqual([1, 2, 4, 3, 5])
  })

  test('is not touched where it follows already, and after a second time it does', () => {
    const doc = planned()
    expect(reorderPage(doc, ids(1, 2, 3, 4, 5))).toBe(false)
    expect(reorderPage(doc, ids(1, 3, 2, 5, 4))).toBe(true)
    expect(reorderPage(doc, ids(1, 3, 2, 5, 4))).toBe(false)
  })

  test('with one id twice leaves both alone', () => {
    const doc = planned()
    appendBlocks(doc, [{ type: 'segment', id: id(1), line: 'Copied', minutes: 1 }])
    reorderPage(doc, ids(2, 1, 3, 4, 5))
    expect(agenda(doc)).toEqual([1, 2, 3, 4, 5])
  })
})

/** A step of somebody with a copy of their own, which may be behind by any number of steps. */
type Step =
  | { do: 'type'; who: number; where: number; at: number }
  | { do: 'line'; who: number; where: number }
  | { do: 'order'; order: SegmentId[] }
  | { do: 'sync'; who: number }

const PEOPLE = 3
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('type' as const), who: fc.nat(PEOPLE - 1), where: fc.nat(), at: fc.nat() }),
  fc.record({ do: fc.constant('line' as const), who: fc.nat(PEOPLE - 1), where: fc.nat() }),
  fc.record({
    do: fc.constant('order' as const),
    order: fc.shuffledSubarray(ids(...NUMBERS), { minLength: NUMBERS.length }),
  }),
  fc.record({ do: fc.constant('sync' as const), who: fc.nat(PEOPLE - 1) }),
)

const texts = (doc: Y.Doc): Y.XmlText[] =>
  readBlocks(doc).flatMap(({ element }) =>
    (element.toArray() as unknown[]).filter((child): child is Y.XmlText => child instanceof Y.XmlText),
  )

const exchange = (a: Y.Doc, b: Y.Doc) => {
  const [toA, toB] = [
    Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)),
    Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)),
  ]
  Y.applyUpdate(a, toA)
  Y.applyUpdate(b, toB)
}

/** What people typed, each mark in one piece, and by whom each line of theirs was made. */
const play = (steps: readonly Step[], reorder: typeof reorderPage) => {
  const server = planned()
  const people = Array.from({ length: PEOPLE }, () => new Y.Doc())
  for (const one of people) exchange(server, one)
  const typed: string[] = []
  const lines: { mark: string; client: number }[] = []
  for (const [index, one] of steps.entries()) {
    const mark = `‹${index}›`
    if (one.do === 'order') reorder(server, one.order)
    if (one.do === 'order') continue
    const doc = people[one.who] as Y.Doc
    if (one.do === 'sync') exchange(server, doc)
    if (one.do === 'type') {
      const all = texts(doc)
      const text = all[one.where % all.length]
      text?.insert(one.at % (text.length + 1), mark)
      typed.push(mark)
    }
    if (one.do === 'line') {
      const body = doc.getXmlFragment(BODY)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(mark)])
      body.insert(one.where % (body.length + 1), [paragraph])
      typed.push(mark)
      lines.push({ mark, client: doc.clientID })
    }
  }
  for (const one of [...people, ...people]) exchange(server, one)
  return { server, people, typed, lines }
}

describe('whatever others write while somebody moves segments', () => {
  const marksIn = (doc: Y.Doc) => readText(doc)
  /** A mark may come to stand inside another one, but none of its letters is ever lost. */
  const lettersOf = (words: string) => [...words].toSorted().join('')

  test('is all there afterwards, the same for everybody, and every segment is there once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { server, people, typed } = play(steps, reorderPage)
        const planning = planned()
        const rest = lettersOf(readText(planning).replaceAll('\n', '') + typed.join(''))
        const found = marksIn(server).replaceAll('\n', '')
        expect(lettersOf(found)).toBe(rest)
        for (const one of people) expect(readText(one)).toBe(readText(server))
        expect(agenda(server).toSorted((a, b) => a - b)).toEqual(NUMBERS)
        expect(validateStructure(server)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('stays a line of whoever wrote it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { server, lines } = play(steps, reorderPage)
        for (const { mark, client } of lines) {
          const made = readBlocks(server).find(
            ({ element }) => element._item?.id.client === client && marksOf(element).includes(mark[1] ?? ''),
          )
          expect(made).toBeDefined()
        }
      }),
    )
  })

  test('would be lost by deleting segments and writing them anew, which this test notices', () => {
    const rewriting: typeof reorderPage = (doc, order) => {
      const body = doc.getXmlFragment(BODY)
      const heading = body.get(0)
      if (!(heading instanceof Y.XmlElement) || heading.getAttribute('id') !== order.at(-1)) return false
      const copy = heading.clone()
      body.delete(0, 1)
      body.insert(body.length, [copy])
      return true
    }
    const steps: Step[] = [
      { do: 'type', who: 0, where: 0, at: 2 },
      { do: 'order', order: ids(2, 3, 4, 5, 1) },
    ]
    const { server, typed } = play(steps, rewriting)
    expect(readText(server)).not.toContain(typed[0])
    expect(readText(play(steps, reorderPage).server)).toContain(typed[0])
  })
})

const marksOf = (element: Y.XmlElement): string =>
  (element.toArray() as unknown[]).map((child) => (child instanceof Y.XmlText ? child.toJSON() : '')).join('')
