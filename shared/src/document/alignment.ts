import { diffArrays } from 'diff'

/** What became of neighbouring things: they stayed, or some gave way to others (of which either may be none). */
export type Stretch = { readonly kind: 'same' | 'changed'; readonly before: Range; readonly after: Range }

/** Indices from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Beyond so many differences looking for what stayed costs more than it tells. */
const MOST_EDITS = 600

/**
 * Aligns two rows of things by their keys: what leads from one to the other with few things changed. The stretches cover
 * both rows in order. Rows that differ beyond measure are one changed stretch between what they begin and end with alike.
 */
export const align = (before: readonly string[], after: readonly string[]): Stretch[] => {
  const head = commonLength(before, after, (row, i) => row[i])
  const tail = commonLength(before.slice(head), after.slice(head), (row, i) => row[row.length - 1 - i])
  const ends = { before: before.length - tail, after: after.length - tail }
  return joined([
    same(0, 0, head),
    ...middle(before.slice(head, ends.before), after.slice(head, ends.after)).map((one) => shift(one, head)),
    same(ends.before, ends.after, tail),
  ])
}

const middle = (before: string[], after: string[]): Stretch[] => {
  const edits = diffArrays(before, after, { maxEditLength: MOST_EDITS })
  const stretches: Stretch[] = []
  let [b, a] = [0, 0]
  for (const { count, added, removed } of edits ?? everything(before.length, after.length)) {
    const [beforeTo, afterTo] = [added ? b : b + count, removed ? a : a + count]
    const kind = added || removed ? 'changed' : 'same'
    stretches.push({ kind, before: { from: b, to: beforeTo }, after: { from: a, to: afterTo } })
    ;[b, a] = [beforeTo, afterTo]
  }
  return stretches
}

const everything = (before: number, after: number) => [
  { count: before, added: false, removed: true },
  { count: after, added: true, removed: false },
]

/** Without empty stretches, and neighbours of one kind as one. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const rows: Stretch[] = []
  for (const one of stretches) {
    if (lengthOf(one.before) + lengthOf(one.after) === 0) continue
    const last = rows.at(-1)
    if (last?.kind !== one.kind) rows.push(one)
    else
      rows[rows.length - 1] = {
        kind: one.kind,
        before: { from: last.before.from, to: one.before.to },
        after: { from: last.after.from, to: one.after.to },
      }
  }
  return rows
}

const same = (before: number, after: number, length: number): Stretch => ({
  kind: 'same',
  before: { from: before, to: before + length },
  after: { from: after, to: after + length },
})

const shift = ({ kind, before, after }: Stretch, by: number): Stretch => ({
  kind,
  before: { from: before.from + by, to: before.to + by },
  after: { from: after.from + by, to: after.to + by },
})

const lengthOf = ({ from, to }: Range): number => to - from

const commonLength = (
  before: readonly string[],
  after: readonly string[],
  at: (row: readonly string[], index: number) => string | undefined,
): number => {
  const most = Math.min(before.length, after.length)
  let length = 0
  while (length < most && at(before, length) === at(after, length)) length += 1
  return length
}
