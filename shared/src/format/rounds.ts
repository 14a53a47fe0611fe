import type { MemberId } from '../kernel/id.ts'

/** The groups of one round; of three, the last joined the other two. */
export type Round = readonly (readonly MemberId[])[]

/** Within so many rounds nobody should meet the same person twice. */
export const windowOf = (people: number): number => Math.min(8, people - 1)

/** What the past says about two people. */
export interface Acquaintance {
  /** How many rounds ago they were last in one group, 1 for the last; undefined if never. */
  readonly together: (a: MemberId, b: MemberId) => number | undefined
  /** The same of the two as a pair; with null, of joining a pair as the third. */
  readonly paired: (a: MemberId | null, b: MemberId | null) => number | undefined
  /** Whether a pair of that age would come again too early. */
  readonly isEarly: (roundsAgo: number | undefined) => boolean
}

/** Reads the past, oldest first, once. */
export const acquaintance = (past: readonly Round[], window: number): Acquaintance => {
  const together = new Map<string, number>()
  const paired = new Map<string, number>()
  past.forEach((round, index) => {
    const ago = past.length - index
    for (const group of round) {
      for (const [a, b] of couplesOf(group)) together.set(keyOf(a, b), ago)
      const [first, second, third] = group
      if (first !== undefined && second !== undefined) paired.set(keyOf(first, second), ago)
      if (third !== undefined) paired.set(keyOf(third, null), ago)
    }
  })
  return {
    together: (a, b) => together.get(keyOf(a, b)),
    paired: (a, b) => paired.get(keyOf(a, b)),
    isEarly: (ago) => ago !== undefined && ago < window,
  }
}

const couplesOf = (group: readonly MemberId[]): [MemberId, MemberId][] =>
  group.flatMap((a, index) => group.slice(index + 1).map((b): [MemberId, MemberId] => [a, b]))

const keyOf = (a: MemberId | null, b: MemberId | null): string => {
  const [x, y] = [a ?? '', b ?? '']
  return x < y ? `${x} ${y}` : `${y} ${x}`
}
