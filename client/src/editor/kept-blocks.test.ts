import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentOf, editorOn, together, uuid } from './editor-fixture.ts'

const page = () =>
  documentOf([
    { type: 'segment', id: uuid(1), line: 'Round', minutes: 10 },
    { type: 'capture', kind: 'next', id: uuid(2), line: 'Draw the map', at: 1 },
    { type: 'bullets', items: ['one', 'two'] },
    { type: 'tasks', items: [{ done: false, line: 'open' }] },
    { type: 'paragraph', line: 'a line' },
    { type: 'paragraph', line: 'another line' },
  ])

const blocksOf = ({ state: { doc } }: Editor) =>
  Array.from({ length: doc.childCount }, (_, at) => doc.child(at))

type Doing = (editor: Editor, from: number, to: number) => void
const doings: Record<string, Doing> = {
  write: (editor, from) => editor.commands.insertContentAt(from, 'w'),
  remove: (editor, from, to) => editor.commands.deleteRange({ from, to }),
  split: (editor, from) => editor.chain().setTextSelection(from).splitBlock().run(),
  embolden: (editor, from, to) => editor.chain().setTextSelection({ from, to }).toggleBold().run(),
  list: (editor, from) => editor.chain().setTextSelection(from).toggleBulletList().run(),
  sink: (editor, from) => editor.chain().setTextSelection(from).sinkListItem('listItem').run(),
  title: (editor, from) => editor.chain().setTextSelection(from).toggleHeading({ level: 2 }).run(),
  /** As a drag does: a block is taken out and put in elsewhere, in one step. */
  move: (editor, from, to) => {
    const { doc, tr } = editor.state
    const [first, second] = [from, to].map((place) => doc.resolve(place).before(1))
    const block = first === undefined ? null : doc.nodeAt(first)
    if (first === undefined || second === undefined || block === null) return
    tr.delete(first, first + block.nodeSize)
    editor.view.dispatch(tr.insert(tr.mapping.map(second), block))
  },
  undo: (editor) => editor.commands.undo(),
}

const act = fc.record({
  who: fc.nat(1),
  doing: fc.constantFrom(...Object.keys(doings)),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
})

describe('what others did not touch', () => {
  test('stays the very block that it was, while one of them writes', async () => {
    const [mine, theirs] = together(page())
    const [{ editor }, other] = [await editorOn(mine), await editorOn(theirs)]
    const before = blocksOf(editor)
    other.editor.commands.insertContentAt(other.editor.state.doc.content.size - 1, '!')
    const after = blocksOf(editor)
    expect(after.at(-1)?.textContent).toBe('another line!')
    expect(after.map((block, at) => block === before[at])).toEqual([true, true, true, true, true, false])
  })

  test('would be built anew without what keeps it', async () => {
    const [mine, theirs] = together(page())
    const [{ editor }, other] = [await editorOn(mine), await editorOn(theirs)]
    const { binding } = ySyncPluginKey.getState(editor.state)
    binding.mapping = new Map(binding.mapping)
    const before = blocksOf(editor)
    other.editor.commands.insertContentAt(other.editor.state.doc.content.size - 1, '!')
    expect(blocksOf(editor).filter((block, at) => block === before[at])).toEqual([])
  })

  test('and whatever two people do, both see what somebody sees who opens the page now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const [mine, theirs] = together(page())
        const editors = [(await editorOn(mine)).editor, (await editorOn(theirs)).editor]
        for (const { who, doing, from: share, length } of acts) {
          const editor = editors[who]
          if (editor === undefined) continue
          const { doc } = editor.state
          const near = (place: number) => Selection.near(doc.resolve(Math.min(doc.content.size, place))).from
          const from = Math.floor(share * doc.content.size)
          doings[doing]?.(editor, near(from), near(from + length))
        }
        const [first, second] = editors
        const fresh = new Y.Doc()
        Y.applyUpdate(fresh, Y.encodeStateAsUpdate(mine))
        const late = (await editorOn(fresh)).editor
        expect(first?.getJSON()).toEqual(late.getJSON())
        expect(second?.getJSON()).toEqual(late.getJSON())
        for (const editor of [...editors, late]) editor.destroy()
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
