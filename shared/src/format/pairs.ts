import { z } from 'zod'
import { type MemberId, memberId } from '../kernel/id.ts'
import { bestMatching, type Couple, countRepeats } from './matching.ts'
import { type Acquaintance, acquaintance, type Round, windowOf } from './rounds.ts'
import { seededOrder } from './seeded.ts'

/** Why these people are together; the screen puts it in words. */
const pairReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first-time') }),
  /** They were together that many rounds ago, longer than with anybody else who was free. */
  z.strictObject({ kind: z.literal('again'), rounds: z.int().min(1) }),
  /** The number is odd, so the last of the three joined the other two. */
  z.strictObject({ kind: z.literal('odd-one') }),
  /** Nobody else has come yet. */
  z.strictObject({ kind: z.literal('alone') }),
])
type PairReason = z.infer<typeof pairReason>

/** Two people who work together; three where the number is odd, the last of whom joined the others. */
export const pairGroup = z.strictObject({ members: z.array(memberId).min(1).max(3), why: pairReason })
export type PairGroup = z.infer<typeof pairGroup>

/**
 * Who works with whom, given the rounds that this circle had before, oldest first.
 *
 * 1. Everybody is in exactly one group: a pair, one of three where the number is odd, alone where nobody else is there.
 * 2. While the same people come, nobody is paired with the same person twice within min(8, n − 1) rounds, and nobody
 *    joins a pair as the third twice within them.
 * 3. When others come, there are as few such repeats as these people and this past allow.
 * 4. The odd one joins the pair whose people they met longest ago.
 * 5. The same people, past and seed give the same groups, in whatever order the people came.
 */
export const pairUp = (people: readonly MemberId[], past: readonly Round[], seed: string): PairGroup[] => {
  const everybody = seededOrder(people, seed)
  const [only] = everybody
  if (only === undefined) return []
  if (everybody.length === 1) return [{ members: [only], why: { kind: 'alone' } }]
  const known = acquaintance(past, windowOf(everybody.length))
  const seats = everybody.length % 2 === 0 ? everybody : [...everybody, null]
  const couples = bestMatching(seats, known)
  const pairs = couples.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b]]))
  const odd = couples.flatMap(([a, b]) => (a === null ? [b] : b === null ? [a] : []))[0] ?? null
  return withReasons(odd === null ? pairs : asThird(pairs, odd, known), known)
}

/** The groups with somebody who came late: beside the odd one if there is one, otherwise as the third of a pair. */
export const joinPairs = (
  groups: readonly PairGroup[],
  newcomer: MemberId,
  past: readonly Round[],
): PairGroup[] => {
  const known = acquaintance(past, windowOf(groups.flatMap(({ members }) => members).length + 1))
  const members = groups.map((group) => group.members)
  if (members.flat().includes(newcomer)) return [...groups]
  const waiting = members.find((group) => group.length !== 2)
  const others = members.filter((group) => group !== waiting)
  if (waiting === undefined) return withReasons(asThird(others, newcomer, known), known)
  const [first, second, odd] = waiting
  const joined =
    first !== undefined && second !== undefined && odd !== undefined
      ? [
          [first, second],
          [odd, newcomer],
        ]
      : [[...waiting, newcomer]]
  return withReasons([...others, ...joined], known)
}

/** Puts the odd one with the two whom they met longest ago; into a group of their own where there is no pair. */
const asThird = (pairs: readonly MemberId[][], odd: MemberId, known: Acquaintance): MemberId[][] => {
  const met = (pair: readonly MemberId[]) => pair.map((one) => known.together(one, odd) ?? Infinity)
  const rank = (pair: readonly MemberId[]) => Math.min(...met(pair))
  const [host] = pairs.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0))
  if (host === undefined) return [[odd]]
  return pairs.map((pair) => (pair === host ? [...pair, odd] : [...pair]))
}

const withReasons = (groups: readonly MemberId[][], known: Acquaintance): PairGroup[] =>
  groups.map((members) => ({ members, why: reasonOf(members, known) }))

const reasonOf = ([a, b, third]: readonly MemberId[], known: Acquaintance): PairReason => {
  if (a === undefined || b === undefined) return { kind: 'alone' }
  if (third !== undefined) return { kind: 'odd-one' }
  const rounds = known.together(a, b)
  return rounds === undefined ? { kind: 'first-time' } : { kind: 'again', rounds }
}

/** How many of these groups break the second rule; for tests and for whoever wants to know before they ask. */
export const repeatsIn = (groups: readonly PairGroup[], past: readonly Round[]): number => {
  const people = groups.flatMap(({ members }) => members)
  const couples = groups.flatMap(({ members: [a, b, odd] }): Couple[] => [
    ...(a !== undefined && b !== undefined ? [[a, b] as const] : []),
    ...(odd === undefined ? [] : [[odd, null] as const]),
  ])
  return countRepeats(couples, acquaintance(past, windowOf(people.length)))
}
