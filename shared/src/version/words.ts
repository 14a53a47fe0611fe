import { align, type Range } from '../document/alignment.ts'
import type { Piece, Run } from './model.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** What leads from one line of text to another, word by word: the runs less the added ones are the old line. */
export const compareWords = (before: readonly Piece[], after: readonly Piece[]): Run[] => {
  const [old, now] = [before.flatMap(wordsOf), after.flatMap(wordsOf)]
  const stretches = align(old.map(keyOf), now.map(keyOf))
  const runs = stretches.flatMap(({ kind, before: went, after: came }): Run[] =>
    kind === 'same' ? take(now, came, 'same') : [...take(old, went, 'removed'), ...take(now, came, 'added')],
  )
  return joined(withoutCrumbs(joined(runs)))
}

/** A whole line that stood in both, came or went. */
export const wholeLine = (pieces: readonly Piece[], kind: Run['kind']): Run[] =>
  joined(pieces.map((piece) => ({ kind, piece })))

/** The words of a piece, each with its marks; an atom is a word. */
const wordsOf = (piece: Piece): Piece[] =>
  'text' in piece
    ? Array.from(segmenter.segment(piece.text), ({ segment }) => ({ text: segment, marks: piece.marks }))
    : [piece]

const keyOf = (piece: Piece): string => JSON.stringify(piece)

const take = (pieces: readonly Piece[], { from, to }: Range, kind: Run['kind']): Run[] =>
  pieces.slice(from, to).map((piece) => ({ kind, piece }))

/** Neighbours of one kind and with the same marks are one run. */
const joined = (runs: readonly Run[]): Run[] => {
  const rows: Run[] = []
  for (const run of runs) {
    const last = rows.at(-1)
    const text = last?.kind === run.kind ? together(last.piece, run.piece) : undefined
    if (text === undefined) rows.push(run)
    else rows[rows.length - 1] = { kind: run.kind, piece: text }
  }
  return rows
}

const together = (one: Piece, other: Piece): Piece | undefined =>
  'text' in one && 'text' in other && JSON.stringify(one.marks) === JSON.stringify(other.marks)
    ? { text: one.text + other.text, marks: one.marks }
    : undefined

/** A space that stayed between two words that did not only makes them harder to read: it goes and comes with them. */
const withoutCrumbs = (runs: readonly Run[]): Run[] => {
  const rows: Run[] = []
  const [went, came]: [Run[], Run[]] = [[], []]
  const close = () => {
    rows.push(...went.splice(0), ...came.splice(0))
  }
  for (const [index, run] of runs.entries()) {
    const isBetween = isChanged(runs[index - 1]) && isChanged(runs[index + 1])
    if (run.kind === 'removed') went.push(run)
    else if (run.kind === 'added') came.push(run)
    else if (isBetween && isSpace(run.piece)) {
      went.push({ kind: 'removed', piece: run.piece })
      came.push({ kind: 'added', piece: run.piece })
    } else {
      close()
      rows.push(run)
    }
  }
  close()
  return rows
}

const isChanged = (run: Run | undefined): boolean => run !== undefined && run.kind !== 'same'

const isSpace = (piece: Piece): boolean => 'text' in piece && piece.text.trim() === ''
