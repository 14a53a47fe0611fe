import type { Block } from '@rondo/shared/document/block.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { validateStructure } from '@rondo/shared/document/validate-structure.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf, editorOn, press, uuid } from '../editor-fixture.ts'
import { captureSelection } from './capture-selection.ts'

/** An editor in which the words from `first` to `last` are selected. */
const selecting = async (blocks: readonly Block[], first: string, last = first) => {
  const doc = documentOf(blocks)
  const { editor } = await editorOn(doc)
  const place = (words: string) => {
    let found = -1
    editor.state.doc.descendants((node, position) => {
      const at = node.isText && found < 0 ? (node.text?.indexOf(words) ?? -1) : -1
      if (at >= 0) found = position + at
      return found < 0
    })
    return found
  }
  editor.commands.setTextSelection({ from: place(first), to: place(last) + last.length })
  const captures = () => readCaptures(doc).map(({ kind, text }) => `${kind}: ${text}`)
  const kinds = () => editor.state.doc.children.map((node) => `${node.type.name}: ${node.textContent}`)
  return { doc, editor, captures, kinds }
}

const line = (words: string): Block => ({ type: 'paragraph', line: words })

describe('a part of a line', () => {
  test('becomes a capture of its own, and the rest is kept before and after', async () => {
    const { editor, kinds, doc } = await selecting([line('We saw that it is slow, so be it')], 'it is slow,')
    captureSelection(editor, 'insight', 7)
    expect(kinds()).toEqual(['paragraph: We saw that', 'capture: it is slow,', 'paragraph: so be it'])
    expect(readCaptures(doc)).toMatchObject([{ kind: 'insight', at: 7 }])
    editor.commands.undo()
    expect(kinds()).toEqual(['paragraph: We saw that it is slow, so be it'])
  })

  test('is taken by whole words', async () => {
    const { editor, kinds } = await selecting([line('We saw that it is slow')], 's slo')
    captureSelection(editor, 'insight', 7)
    expect(kinds()).toEqual(['paragraph: We saw that it', 'capture: is slow'])
  })

  test('of a capture leaves that capture with its id', async () => {
    const block: Block = {
      type: 'capture',
      kind: 'insight',
      id: uuid(1),
      line: 'It is slow, so cache it',
      at: 1,
    }
    const { editor, captures, doc } = await selecting([block], 'cache it')
    captureSelection(editor, 'next', 7)
    expect(captures()).toEqual(['insight: It is slow, so', 'next: cache it'])
    expect(readCaptures(doc)[0]?.id).toBe(uuid(1))
    expect(readCaptures(doc)[1]?.id).not.toBe(uuid(1))
  })
})

describe('several lines', () => {
  test('become one capture each; the agenda and code stay, a capture keeps its id', async () => {
    const blocks: Block[] = [
      line('We cache'),
      line(''),
      { type: 'segment', id: uuid(5), line: 'Round', minutes: 5 },
      { type: 'bullets', items: ['We log', 'We test'] },
      { type: 'code', text: 'cache()' },
      { type: 'capture', kind: 'insight', id: uuid(1), line: 'We ship', at: 1 },
    ]
    const { editor, captures, doc } = await selecting(blocks, 'We cache', 'We ship')
    captureSelection(editor, 'decision', 7)
    expect(captures()).toEqual(
      ['We cache', 'We log', 'We test', 'We ship'].map((words) => `decision: ${words}`),
    )
    expect(readCaptures(doc).at(-1)).toMatchObject({ id: uuid(1), at: 1 })
    expect(readSegments(doc).map(({ title }) => title)).toEqual(['Round'])
    expect(validateStructure(doc)).toEqual([])
    editor.commands.undo()
    expect(captures()).toEqual(['insight: We ship'])
  })

  test('one point of a list is lifted out, and the others stay a list', async () => {
    const { editor, kinds } = await selecting([{ type: 'bullets', items: ['one', 'two', 'three'] }], 'two')
    captureSelection(editor, 'question', 7)
    expect(kinds()).toEqual(['bulletList: one', 'capture: two', 'bulletList: three'])
  })
})

test('The key of a kind does it to what is selected; nothing but spaces is nothing.', async () => {
  const { editor, kinds } = await selecting([line('We cache it')], 'cache')
  press(editor, '1', { code: 'Digit1', ctrlKey: true, altKey: true })
  expect(kinds()).toEqual(['paragraph: We', 'capture: cache', 'paragraph: it'])
  const empty = await selecting([line('We cache it')], ' ')
  expect(captureSelection(empty.editor, 'win', 7)).toBe(false)
})

test('Whatever is selected, no letter is lost, every id is its own, and undo brings all of it back.', async () => {
  const words = fc.constantFrom('alpha', 'beta gamma', 'delta, epsilon', '')
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map(line),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((items): Block => ({ type: 'bullets', items })),
    fc.tuple(fc.integer({ min: 1, max: 99 }), words).map(([n, said]): Block => {
      return { type: 'capture', kind: 'quote', id: uuid(n), line: said, at: n }
    }),
    words.map((said): Block => ({ type: 'quote', line: said })),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 1, maxLength: 5 }),
      fc.nat(80),
      fc.nat(80),
      async (blocks, a, b) => {
        const doc = documentOf(blocks)
        const { editor } = await editorOn(doc)
        const said = () => readText(doc).replace(/\s+/gu, '')
        const before = [said(), JSON.stringify(editor.getJSON())]
        const end = editor.state.doc.content.size
        editor.commands.setTextSelection({ from: Math.min(a, b, end), to: Math.min(Math.max(a, b), end) })
        const isMade = captureSelection(editor, 'decision', 7)
        expect(said()).toEqual(before[0])
        expect(validateStructure(doc)).toEqual([])
        const ids = readCaptures(doc).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        if (isMade) editor.commands.undo()
        expect(said()).toEqual(before[0])
        editor.destroy()
      },
    ),
    { numRuns: 40 },
  )
})
