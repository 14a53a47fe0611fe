import type { Change } from '@rondo/shared/version/model.ts'

/** What stands beside each other: the two sides of one change, or what went and what came where it stood. */
export interface BesideRow {
  readonly before: Change | null
  readonly after: Change | null
}

/** Puts the removed blocks of a stretch beside the added ones that follow them. */
export const besideRows = (changes: readonly Change[]): BesideRow[] => {
  const rows: BesideRow[] = []
  let free = 0
  for (const change of changes) {
    const open = rows[free]
    if (change.kind === 'removed') rows.push({ before: change, after: null })
    else if (change.kind === 'added' && open !== undefined) rows[free++] = { ...open, after: change }
    else {
      rows.push({ before: change.kind === 'added' ? null : change, after: change })
      free = rows.length
    }
  }
  return rows
}
