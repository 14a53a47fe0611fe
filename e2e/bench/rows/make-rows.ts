import { coldOpenRow } from './cold-open.ts'
import { cursorRows } from './cursors.ts'
import { editRows } from './edits.ts'
import { herdRow } from './herd.ts'
import { hostileRow } from './hostile.ts'
import { joinAtOnceRow } from './join-at-once.ts'
import { killedRow } from './killed.ts'
import { LargeDocument } from './large-document.ts'
import { mostEditsRows } from './most-edits.ts'
import type { Row, Scale } from './row.ts'
import { slowReaderRow } from './slow-reader.ts'
import { smallDocumentsRow } from './small-documents.ts'

/** All work, in the order of the table. */
export const makeRows = (scale: Scale): Row[] => {
  const page = new LargeDocument(scale.isQuick)
  return [
    ...editRows(scale),
    ...mostEditsRows(scale),
    ...cursorRows(scale),
    coldOpenRow(page),
    joinAtOnceRow(page),
    smallDocumentsRow(scale),
    slowReaderRow(scale),
    killedRow(scale),
    hostileRow(scale),
    herdRow(scale),
  ]
}
