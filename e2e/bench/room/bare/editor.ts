import { documentExtensions } from '@rondo/shared/document/schema.ts'
import { Editor, type JSONContent } from '@tiptap/core'

/** A Tiptap with our schema and nothing else, to type into beside the product. */
const open = (content: JSONContent): Editor => {
  const element = document.body.appendChild(document.createElement('div'))
  return new Editor({ element, extensions: documentExtensions, content })
}

Object.assign(globalThis, { openBareEditor: open })
