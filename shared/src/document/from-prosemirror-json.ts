import type { JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { BODY, documentSchema } from './schema.ts'

/** A document of its own that says what `body` says, for reading what is stored as ProseMirror JSON. @throws RangeError */
export const fromProseMirrorJson = (body: JSONContent): Y.Doc => {
  const doc = new Y.Doc()
  prosemirrorJSONToYXmlFragment(documentSchema, body, doc.getXmlFragment(BODY))
  return doc
}
