import type { JSONContent } from '@tiptap/core'
import { align, type Stretch } from '../document/alignment.ts'
import { pairUp, type WordBag, wordBag, wordLikeness } from '../document/pairing.ts'
import { type Line, linesOf, textOf } from './lines.ts'
import type { Change, Shape } from './model.ts'
import { compareWords, wholeLine } from './words.ts'

/** Less alike than this, a block was not changed: one went and another came. */
const LEAST_LIKENESS = 0.4
/** An empty line in which somebody wrote is the same line, unless another is more like what stands there now. */
const HARDLY_ALIKE = 0.05

/**
 * What leads from one state of a page to another, block by block in reading order, and word by word where a block was
 * changed. Blocks with an id (captures, segments, images) are the same block whatever became of their text.
 */
export const compareBodies = (before: JSONContent, after: JSONContent): Change[] => {
  const [old, now] = [linesOf(before), linesOf(after)]
  return align(old.map(keyOf), now.map(keyOf)).flatMap((stretch) =>
    stretch.kind === 'same'
      ? now.slice(stretch.after.from, stretch.after.to).map((line) => whole(line, 'same'))
      : changesIn(old, now, stretch),
  )
}

const changesIn = (old: readonly Line[], now: readonly Line[], { before, after }: Stretch): Change[] => {
  const went = old.slice(before.from, before.to)
  const came = now.slice(after.from, after.to)
  const changes: Change[] = []
  let [b, a] = [0, 0]
  const upTo = (nextB: number, nextA: number) => {
    changes.push(...went.slice(b, nextB).map((line) => whole(line, 'removed')))
    changes.push(...came.slice(a, nextA).map((line) => whole(line, 'added')))
  }
  for (const [pairB, pairA] of pairsOf(went, came)) {
    upTo(pairB, pairA)
    const [one, other] = [went[pairB], came[pairA]]
    if (one !== undefined && other !== undefined) changes.push(changed(one, other))
    ;[b, a] = [pairB + 1, pairA + 1]
  }
  upTo(went.length, came.length)
  return changes
}

const whole = ({ shape, pieces }: Line, kind: 'same' | 'added' | 'removed'): Change => ({
  kind,
  shape,
  runs: wholeLine(pieces, kind),
})

const changed = (before: Line, after: Line): Change => ({
  kind: 'changed',
  shape: after.shape,
  was: before.shape,
  runs: compareWords(before.pieces, after.pieces),
})

const pairsOf = (went: readonly Line[], came: readonly Line[]): [number, number][] => {
  const bags = new Map<Line, WordBag>([...went, ...came].map((line) => [line, wordBag(textOf(line))]))
  return pairUp(went.length, came.length, (b, a) => {
    const [one, other] = [went[b], came[a]]
    return one === undefined || other === undefined ? 0 : likeness(one, other, bags)
  })
}

const likeness = (one: Line, other: Line, bags: ReadonlyMap<Line, WordBag>): number => {
  const [id, otherId] = [ownId(one), ownId(other)]
  if (id !== undefined && otherId !== undefined) return id === otherId ? 1 : 0
  const [before, after] = [bags.get(one), bags.get(other)]
  if (before === undefined || after === undefined) return 0
  if (before.size + after.size === 0) return one.shape.type === other.shape.type ? LEAST_LIKENESS : 0
  if (isEmpty(one) || isEmpty(other)) return one.shape.type === other.shape.type ? HARDLY_ALIKE : 0
  const alike = wordLikeness(before, after)
  return alike < LEAST_LIKENESS ? 0 : alike
}

const ownId = ({ shape: { attributes } }: Line) => attributes['id'] ?? attributes['fileId']

const isEmpty = ({ pieces }: Line): boolean => pieces.length === 0

/** The place in a numbered list follows from what stands before it, so it is no difference of the block's own. */
const keyOf = ({ shape, pieces }: Line): string => JSON.stringify([withoutNumber(shape), pieces])

const withoutNumber = (shape: Shape): Shape =>
  shape.item === null ? shape : { ...shape, item: { ...shape.item, number: null } }
