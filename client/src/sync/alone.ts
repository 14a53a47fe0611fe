import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** The presence of a document that nobody else sees, such as an old version that is only read. Destroy it afterwards. */
export const alone = (doc: Y.Doc): Awareness => new Awareness(doc)
