import { editRows } from './edits.ts'
import type { Row, Scale } from './row.ts'

/** All work, in the order of the table. */
export const makeRows = (scale: Scale): Row[] => [...editRows(scale)]
