import { BODY } from '@rondo/shared/document/schema.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { Editor } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentOf, editorOn } from '../editor-fixture.ts'
import { gapAt, placeOf, placeOfBlock, positionOf } from './image-place.ts'

const imageIn = ({ schema }: Editor): NodeType => {
  const { image } = schema.nodes
  if (image === undefined) throw new Error('no images')
  return image
}

const words = fc.constantFrom('', 'one', 'two words')
const block = fc.oneof(
  words.map((line) => ({ type: 'paragraph' as const, line })),
  words.map((line) => ({ type: 'quote' as const, line })),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => ({ type: 'bullets' as const, items })),
  words.map((text) => ({ type: 'code' as const, text })),
  fc.constant({ type: 'rule' as const }),
)

test('Wherever the caret stands there is a place for an image, which the schema allows and which is found again.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), async (blocks) => {
      const doc = documentOf(blocks)
      const { editor } = await editorOn(doc)
      const image = imageIn(editor)
      for (let at = 0; at <= editor.state.doc.content.size; at++) {
        const place = placeOf(doc, gapAt(editor.state.doc.resolve(at), image))
        const position = positionOf(doc, editor.state, place)
        if (position === undefined) throw new Error(`no place at ${at}`)
        const $found = editor.state.doc.resolve(position)
        expect($found.parent.canReplaceWith($found.index(), $found.index(), imageIn(editor))).toBe(true)
        editor.state.tr.insert(position, image.create()).doc.check()
      }
      editor.destroy()
    }),
    { numRuns: 40 },
  )
})

test('A place stays behind its block, and a block where it is, whatever others write.', async () => {
  const doc = documentOf([
    { type: 'paragraph', line: 'before' },
    { type: 'paragraph', line: 'mine' },
    { type: 'paragraph', line: 'after' },
  ])
  const { editor } = await editorOn(doc)
  const mine = editor.state.doc.child(0).nodeSize
  const gap = placeOf(doc, gapAt(editor.state.doc.resolve(mine + 1), imageIn(editor)))
  const itself = placeOfBlock(doc, editor.state, mine)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const body = other.getXmlFragment(BODY)
  body.insert(0, [new Y.XmlElement('horizontalRule')])
  appendBlocks(other, [{ type: 'paragraph', line: 'the end' }])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'somebody')
  const found = positionOf(doc, editor.state, itself) ?? -1
  expect(editor.state.doc.nodeAt(found)?.textContent).toBe('mine')
  expect(positionOf(doc, editor.state, gap)).toBe(found + 'mine'.length + 2)
  editor.destroy()
})

test('Where the block that it was in is gone, so is the place.', async () => {
  const doc = documentOf([{ type: 'bullets', items: ['one', 'two'] }])
  const { editor } = await editorOn(doc)
  const place = placeOf(doc, gapAt(editor.state.doc.resolve(5), imageIn(editor)))
  expect(positionOf(doc, editor.state, place)).toBeDefined()
  doc.getXmlFragment(BODY).delete(0, 1)
  expect(positionOf(doc, editor.state, place)).toBeUndefined()
  editor.destroy()
})
