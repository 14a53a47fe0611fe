/** Beyond so many comparisons nobody is looked for: all that was went, all that is came. */
const MOST_COMPARISONS = 20_000

/**
 * Finds for things that went the things that came in their place, in order and each at most once, so that the pairs
 * are as much alike as can be. `likeness` answers 0 (nothing in common) to 1; 0 is never a pair.
 */
export const pairUp = (
  before: number,
  after: number,
  likeness: (before: number, after: number) => number,
): [number, number][] => {
  if (before * after === 0 || before * after > MOST_COMPARISONS) return []
  const scores = tableOf(before, after, likeness)
  const pairs: [number, number][] = []
  for (let [b, a] = [0, 0]; b < before && a < after; ) {
    const { best, alike } = cellAt(scores, b, a)
    if (best === cellAt(scores, b + 1, a).best) b += 1
    else if (best === cellAt(scores, b, a + 1).best) a += 1
    else {
      if (alike > 0) pairs.push([b, a])
      b += 1
      a += 1
    }
  }
  return pairs
}

interface Cell {
  /** The likeness of the two. */
  readonly alike: number
  /** The most that all from here on can make together. */
  readonly best: number
}

const NOTHING: Cell = { alike: 0, best: 0 }

const cellAt = (table: readonly (readonly Cell[])[], b: number, a: number): Cell => table[b]?.[a] ?? NOTHING

/** Filled from the end, so that a walk from the start finds the pairs. */
const tableOf = (before: number, after: number, likeness: (b: number, a: number) => number): Cell[][] => {
  const table: Cell[][] = Array.from({ length: before }, () => [])
  for (let b = before - 1; b >= 0; b--) {
    for (let a = after - 1; a >= 0; a--) {
      const alike = likeness(b, a)
      const together = alike > 0 ? alike + cellAt(table, b + 1, a + 1).best : 0
      const best = Math.max(together, cellAt(table, b + 1, a).best, cellAt(table, b, a + 1).best)
      const row = table[b]
      if (row !== undefined) row[a] = { alike, best }
    }
  }
  return table
}

/** How much of two texts is the same words, 0 to 1. */
export const wordLikeness = (before: WordBag, after: WordBag): number => {
  if (before.size + after.size === 0) return 0
  let common = 0
  const [small, large] = before.words.size < after.words.size ? [before, after] : [after, before]
  for (const [word, count] of small.words) common += Math.min(count, large.words.get(word) ?? 0)
  return (2 * common) / (before.size + after.size)
}

/** The words of a text, counted. */
export interface WordBag {
  readonly words: ReadonlyMap<string, number>
  readonly size: number
}

const WORD = /[\p{L}\p{N}]+/gu
/** Scripts without spaces are compared letter by letter. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

export const wordBag = (text: string): WordBag => {
  const words = new Map<string, number>()
  let size = 0
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    for (const part of WITHOUT_SPACES.test(word) ? word : [word]) {
      words.set(part, (words.get(part) ?? 0) + 1)
      size += 1
    }
  }
  return { words, size }
}
