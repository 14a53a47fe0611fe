import type { MemberId } from '../kernel/id.ts'
import { exactMatching } from './exact-matching.ts'
import type { Acquaintance } from './rounds.ts'

/** A seat; null is the empty one, beside which the odd one sits. */
export type Seat = MemberId | null
export type Couple = readonly [Seat, Seat]

/** Up to here every matching is weighed; above, exchanging places always leads to one without repeats. */
const WEIGH_ALL = 14

/**
 * An even number of seats as couples, with as few early repeats as can be.
 *
 * The rounds of a round-robin over these seats come first: taken in turn, they bring everybody together with everybody
 * before anybody meets again, which choosing greedily would not. Only where people changed in between, and a matching
 * outside of those rounds repeats less, it is taken.
 */
export const bestMatching = (seats: readonly Seat[], known: Acquaintance): readonly Couple[] => {
  const rounds = roundRobin(seats).map((couples) => ({ couples, price: priceOf(couples, known) }))
  const best = rounds.reduce((least, round) => (round.price < least.price ? round : least))
  if (countRepeats(best.couples, known) === 0) return best.couples
  const other =
    seats.length <= WEIGH_ALL
      ? exactMatching(seats, (a, b) => priceOfCouple(a, b, known))
      : exchange(best.couples, known)
  return countRepeats(other, known) < countRepeats(best.couples, known) ? other : best.couples
}

/** How many of these couples come again too early. */
export const countRepeats = (couples: readonly Couple[], known: Acquaintance): number =>
  couples.filter(([a, b]) => known.isEarly(known.paired(a, b))).length

/** A repeat weighs more than everything else together; else, the longer ago the better. */
const REPEAT = 1_000_000

const priceOfCouple = (a: Seat, b: Seat, known: Acquaintance): number => {
  const ago = known.paired(a, b)
  if (ago === undefined) return 0
  return (known.isEarly(ago) ? REPEAT : 0) + Math.max(1, 1000 - ago)
}

const priceOf = (couples: readonly Couple[], known: Acquaintance): number =>
  couples.reduce((sum, [a, b]) => sum + priceOfCouple(a, b, known), 0)

/** One seat stays, the others move on by one: after n − 1 rounds everybody sat with everybody once. */
const roundRobin = ([still, ...moving]: readonly Seat[]): Couple[][] =>
  moving.map((_, round) => {
    const at = (place: number): Seat => moving[(round + place) % moving.length] ?? null
    const facing = Array.from(
      { length: (moving.length - 1) / 2 },
      (_unused, place): Couple => [at(place + 1), at(moving.length - place - 1)],
    )
    return [[still ?? null, at(0)], ...facing]
  })

/**
 * Takes a couple that repeats and changes places with another couple, until none repeats. With 16 seats or more each
 * has at most 7 whom it may not meet, so there is always a couple with which the exchange makes two good ones.
 */
const exchange = (couples: readonly Couple[], known: Acquaintance): readonly Couple[] => {
  const isBad = ([a, b]: Couple) => known.isEarly(known.paired(a, b))
  const bad = couples.find(isBad)
  if (bad === undefined) return couples
  const [a, b] = bad
  for (const couple of couples) {
    if (couple === bad) continue
    for (const [c, d] of [couple, [couple[1], couple[0]] as const]) {
      const made: Couple[] = [
        [a, c],
        [b, d],
      ]
      if (made.some(isBad)) continue
      return exchange([...couples.filter((one) => one !== bad && one !== couple), ...made], known)
    }
  }
  return couples
}
