import type { MemberId } from '../kernel/id.ts'
import { seededOrder } from './seeded.ts'

/** Who reviews whose work. */
export interface Review {
  reviewer: MemberId
  reviewed: MemberId
}

/**
 * The portfolio swap.
 *
 * 1. Of two people or more each reviews exactly one other and is reviewed by exactly one; nobody reviews themself.
 * 2. It is one ring through everybody, so an odd number needs no exception.
 * 3. One person alone reviews nobody and waits for the next who comes.
 * 4. The same people and seed give the same ring.
 * 5. Whoever comes later is let in between two neighbours: only the one before them reviews somebody else than before.
 */
export const assignSwap = (people: readonly MemberId[], seed: string): Review[] => {
  const ring = seededOrder(people, seed)
  if (ring.length < 2) return []
  return ring.map((reviewer, index) => ({ reviewer, reviewed: ring[(index + 1) % ring.length] as MemberId }))
}

/** The ring with everybody of these people in it; nobody who was in it falls out. */
export const joinSwap = (
  reviews: readonly Review[],
  people: readonly MemberId[],
  seed: string,
): readonly Review[] => {
  if (reviews.length === 0) return assignSwap(people, seed)
  const inRing = new Set(reviews.map(({ reviewer }) => reviewer))
  const late = people.filter((person) => !inRing.has(person))
  return [...new Set(late)].reduce((ring, newcomer) => letIn(ring, newcomer, seed), reviews)
}

const letIn = (reviews: readonly Review[], newcomer: MemberId, seed: string): Review[] => {
  const [before] = seededOrder(
    reviews.map(({ reviewer }) => reviewer),
    `${seed}\n${newcomer}`,
  )
  return reviews.flatMap((review) =>
    review.reviewer === before
      ? [
          { reviewer: before, reviewed: newcomer },
          { reviewer: newcomer, reviewed: review.reviewed },
        ]
      : [review],
  )
}
