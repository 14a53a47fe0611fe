/** A place in the grid, counted from 0; column 0 is the meeting itself. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

/** What a keyboard says about moving, as far as a grid listens. */
export interface MoveKey {
  readonly key: string
  readonly ctrlKey: boolean
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Where the focus goes in a grid, as the ARIA authoring practices have it; undefined when the key does not move it.
 * Left and right follow the eye: in a language written from right to left the columns run that way too.
 */
export const moved = (
  from: Place,
  { key, ctrlKey }: MoveKey,
  size: GridSize,
  direction: 'ltr' | 'rtl' = 'ltr',
): Place | undefined => {
  const [rows, columns] = STEPS[key] ?? [0, 0]
  if (rows !== 0 || columns !== 0) {
    const along = direction === 'rtl' ? -columns : columns
    return within({ row: from.row + rows, column: from.column + along }, size)
  }
  if (key === 'Home') return { row: ctrlKey ? 0 : from.row, column: 0 }
  if (key === 'End') return { row: ctrlKey ? size.rows - 1 : from.row, column: size.columns - 1 }
  return undefined
}

/** The nearest place that exists: rows and columns come and go while somebody looks. */
export const within = ({ row, column }: Place, { rows, columns }: GridSize): Place => ({
  row: Math.max(0, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
})
