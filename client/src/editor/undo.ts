import { BODY } from '@rondo/shared/document/schema.ts'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Blocks of text: undoing that one made them leaves them standing when somebody else has written in them. */
const LINES = new Set(['paragraph', 'heading', 'segment', 'capture', 'codeBlock'])

/** What a block is known by: without these, a block that was left standing would be nothing. */
const ESSENCE = new Set(['id', 'kind', 'at', 'level'])

/** The history of what this person did in this editor; nobody else's changes are ever in it. */
export const ownHistory = (doc: Y.Doc): Y.UndoManager =>
  new Y.UndoManager(doc.getXmlFragment(BODY), {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: mayTakeBack,
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })

/** Undo takes children back before their parents, so a parent that still has children by then holds somebody else's. */
const mayTakeBack = (item: Y.Item): boolean => {
  const { content, parent, parentSub, left } = item
  if (parentSub !== null) return !(ESSENCE.has(parentSub) && left === null && isWrittenLine(parent))
  const type = content instanceof Y.ContentType ? content.type : undefined
  return !(type instanceof Y.Text ? type._length > 0 : isWrittenLine(type))
}

const isWrittenLine = (type: unknown): boolean =>
  type instanceof Y.XmlElement && LINES.has(type.nodeName) && type._length > 0
