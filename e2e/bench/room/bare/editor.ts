import { documentExtensions } from '@rondo/shared/document/schema.ts'
import { Editor, type JSONContent } from '@tiptap/core'

/** A Tiptap with our schema and nothing else, to type into beside the product. */
const open = (content: JSONContent): void => {
  const element = document.body.appendChild(document.createElement('div'))
  const editor = new Editor({ element, extensions: documentExtensions, content })
  editor.commands.focus('end')
}

Object.assign(globalThis, { openBareEditor: open })
