import type { Change } from '@rondo/shared/version/model.ts'

/** A change with its place, or a stretch of blocks that nobody changed. */
export type Passage =
  | { readonly kind: 'shown'; readonly change: Change; readonly index: number }
  | { readonly kind: 'folded'; readonly from: number; readonly to: number }

/** So many unchanged blocks stay on each side of a change, for one reads it in its place. */
const CONTEXT = 1
/** Folding fewer saves nobody anything. */
const LEAST = 3

/** Folds what stayed as it was, except near a change and where the reader has opened it. */
export const foldUnchanged = (
  changes: readonly Change[],
  opened: ReadonlySet<number> = new Set(),
): Passage[] => {
  const passages: Passage[] = []
  for (let at = 0; at < changes.length; ) {
    const end = endOfUnchanged(changes, at)
    const from = at === 0 ? 0 : at + CONTEXT
    const to = end === changes.length ? end : end - CONTEXT
    const isFolded = to - from >= LEAST && !opened.has(from)
    for (; at < (isFolded ? from : end); at++) passages.push(shown(changes, at))
    if (isFolded) {
      passages.push({ kind: 'folded', from, to })
      for (at = to; at < end; at++) passages.push(shown(changes, at))
    }
    if (at < changes.length) passages.push(shown(changes, at++))
  }
  return passages
}

const endOfUnchanged = (changes: readonly Change[], at: number): number => {
  let end = at
  while (changes[end]?.kind === 'same') end += 1
  return end
}

const shown = (changes: readonly Change[], index: number): Passage => {
  const change = changes[index]
  if (change === undefined) throw new RangeError('There is no such change.')
  return { kind: 'shown', change, index }
}

/** How many blocks came, went and were changed. */
export const countChanges = (changes: readonly Change[]) => ({
  added: changes.filter(({ kind }) => kind === 'added').length,
  removed: changes.filter(({ kind }) => kind === 'removed').length,
  changed: changes.filter(({ kind }) => kind === 'changed').length,
})
