import { cursorRows } from './cursors.ts'
import { editRows } from './edits.ts'
import { mostEditsRows } from './most-edits.ts'
import type { Row, Scale } from './row.ts'

/** All work, in the order of the table. */
export const makeRows = (scale: Scale): Row[] => [
  ...editRows(scale),
  ...mostEditsRows(scale),
  ...cursorRows(scale),
]
