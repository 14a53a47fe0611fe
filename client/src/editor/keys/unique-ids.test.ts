import type { Block } from '@rondo/shared/document/block.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { documentOf, editorOn, uuid } from '../editor-fixture.ts'

const two: Block[] = [
  { type: 'capture', kind: 'win', id: uuid(1), line: 'first', at: 1 },
  { type: 'capture', kind: 'quote', id: uuid(2), line: 'second', at: 2 },
]

const opened = async (blocks = two) => {
  const doc = documentOf(blocks)
  const { editor } = await editorOn(doc)
  const paste = (at: number, slice: Slice) => {
    let pasted = slice
    editor.view.someProp('transformPasted', (change) => {
      pasted = change(pasted, editor.view, false)
    })
    editor.view.dispatch(editor.state.tr.replaceRange(at, at, pasted).setMeta('paste', true))
  }
  const idsByText = () => readCaptures(doc).map(({ id, text }) => `${text} ${id}`)
  return { doc, editor, paste, idsByText }
}

const copyOfFirst = (editor: Awaited<ReturnType<typeof opened>>['editor']) => {
  const first = editor.state.doc.firstChild
  return editor.state.doc.slice(0, first?.nodeSize ?? 0)
}

test('A copy gets an id of its own, even when it is pasted before its original.', async () => {
  const { editor, paste, doc } = await opened()
  paste(0, copyOfFirst(editor))
  const captures = readCaptures(doc)
  expect(captures.map(({ text }) => text)).toEqual(['first', 'first', 'second'])
  expect(new Set(captures.map(({ id }) => id)).size).toBe(3)
  expect(captures[1]?.id).toBe(uuid(1))
})

test('What is cut and pasted in the same page is moved and keeps its id.', async () => {
  const { editor, paste, idsByText } = await opened()
  const cut = copyOfFirst(editor)
  editor.view.dispatch(editor.state.tr.delete(0, cut.size))
  paste(editor.state.doc.content.size, cut)
  expect(idsByText()).toEqual([`second ${uuid(2)}`, `first ${uuid(1)}`])
})

test('A capture that comes from another page is another capture.', async () => {
  const { editor, paste, doc } = await opened()
  const foreign = editor.schema.nodes['capture']?.create(
    { id: uuid(77), kind: 'win', at: 1 },
    editor.schema.text('theirs'),
  )
  paste(0, foreign ? Slice.maxOpen(editor.state.doc.type.create(null, foreign).content, false) : Slice.empty)
  const ids = readCaptures(doc).map(({ id }) => id)
  expect(ids).toHaveLength(3)
  expect(ids).not.toContain(uuid(77))
})

test('Undoing a deletion brings back the same capture with the same id.', async () => {
  const { editor, idsByText } = await opened()
  const before = idsByText()
  editor.commands.deleteRange({ from: 0, to: editor.state.doc.firstChild?.nodeSize ?? 0 })
  expect(idsByText()).toEqual([`second ${uuid(2)}`])
  editor.commands.undo()
  expect(idsByText()).toEqual(before)
})

test('Ids that were twice in the page before are left alone until the reader writes.', async () => {
  const [first] = two
  const { editor, doc } = await opened(first ? [first, first, { type: 'paragraph', line: '' }] : [])
  let updates = 0
  doc.on('update', () => updates++)
  editor.commands.setTextSelection(3)
  expect(updates).toBe(0)
  editor.commands.insertContentAt(1, 'x')
  const ids = readCaptures(doc).map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
})
