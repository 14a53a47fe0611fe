import { readText } from '@rondo/shared/document/read-text.ts'
import { MAX_DEPTH } from '@rondo/shared/document/schema.ts'
import { validateStructure } from '@rondo/shared/document/validate-structure.ts'
import type { JSONContent } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editorOn } from '../editor-fixture.ts'

const nested = (levels: number): JSONContent =>
  levels === 0
    ? { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] }
    : { type: 'blockquote', content: [nested(levels - 1)] }

test('As deep as the server takes is written, one level more is not.', async () => {
  const doc = new Y.Doc()
  const { editor } = await editorOn(doc)
  editor.commands.setContent(nested(MAX_DEPTH - 2))
  expect([readText(doc), validateStructure(doc)]).toEqual(['deep', []])
  editor.commands.clearContent()
  editor.commands.setContent(nested(MAX_DEPTH - 1))
  expect([readText(doc), validateStructure(doc)]).toEqual(['', []])
})
