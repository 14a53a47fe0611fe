import { align } from '../document/alignment.ts'
import { compareWords } from '../version/words.ts'

/** A stretch of a sentence that stayed, came or went. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What became of one clause from one version of an agreement to the next. */
export interface ClauseChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly words: readonly WordRun[]
}

/** What leads from one agreement to another, clause by clause; a clause that was put in other words is shown word by word. */
export const compareClauses = (before: readonly string[], after: readonly string[]): ClauseChange[] =>
  align(before, after).flatMap((stretch): ClauseChange[] => {
    const old = before.slice(stretch.before.from, stretch.before.to)
    const now = after.slice(stretch.after.from, stretch.after.to)
    if (stretch.kind === 'same') return now.map((clause) => whole('same', clause))
    const pairs = Math.min(old.length, now.length)
    return [
      ...now.slice(0, pairs).flatMap((clause, index) => reworded(old[index] ?? '', clause)),
      ...old.slice(pairs).map((clause) => whole('removed', clause)),
      ...now.slice(pairs).map((clause) => whole('added', clause)),
    ]
  })

const whole = (kind: WordRun['kind'], text: string): ClauseChange => ({ kind, words: [{ kind, text }] })

/** Two sentences that share too little are another sentence in the place of one that went. */
const reworded = (before: string, after: string): ClauseChange[] => {
  const words = compareWords([{ text: before, marks: {} }], [{ text: after, marks: {} }]).map(
    ({ kind, piece }): WordRun => ({ kind, text: 'text' in piece ? piece.text : '' }),
  )
  const kept = words
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.trim().length, 0)
  return kept * 3 >= Math.min(before.length, after.length)
    ? [{ kind: 'changed', words }]
    : [whole('removed', before), whole('added', after)]
}
