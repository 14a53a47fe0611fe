import { type AnyExtension, getSchema } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Answer } from './answer.ts'
import { Capture } from './capture.ts'
import { Image } from './image.ts'
import { plainNodes } from './plain-nodes.ts'
import { CarryOver, Mention, PageLink } from './references.ts'
import { Segment } from './segment.ts'

/**
 * Grows by one with every change after which an older client could not hold a document whole: an editor deletes, for
 * everybody, what its schema does not know.
 */
export const SCHEMA_VERSION = 2

/** The name of the XML fragment of a Y.Doc that holds the page's text. */
export const BODY = 'body'

/** Deeper than this nothing is written, read or shown; honest pages stay far below. */
export const MAX_DEPTH = 32

/**
 * Every node and mark of a page, and nothing that shows it. No trailing node, no history: the first would write on
 * opening, the second belongs to Yjs.
 */
export const documentExtensions: AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    link: false,
    orderedList: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
  }),
  ...plainNodes,
  Segment,
  Capture,
  Answer,
  PageLink,
  Mention,
  CarryOver,
  Image,
]

export const documentSchema = getSchema(documentExtensions)
