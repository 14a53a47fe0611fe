import type { Candidate } from './candidates.ts'
import { compareCosts, costsOf } from './costs.ts'
import { type Attendee, PAIN, type Series } from './model.ts'
import type { Burden, Burdens } from './pain.ts'

/** The one time that is kindest on all dates together, and what everybody would pay (SPEC H18). */
export const steadyOn = (
  candidates: readonly (readonly Candidate[])[],
  attendees: readonly Attendee[],
  burdens: Burdens,
): Series['steady'] => {
  const met = (candidates[0] ?? []).map(({ time }, index) => ({
    time,
    burdens: candidates.flatMap((ofDate) =>
      ofDate[index] === undefined ? [] : [burdens.at(ofDate[index].startsAt)],
    ),
  }))
  const weights = burdens.weights
  const costs = new Map(met.map((one) => [one.time, costsOver(one.burdens, weights)]))
  const [kindest] = met.toSorted((a, b) => compareCosts(costs.get(a.time) ?? [], costs.get(b.time) ?? []))
  return {
    time: kindest?.time ?? '00:00',
    sums: attendees.map(({ memberId }, who) => ({
      memberId,
      sum: sumOf(kindest?.burdens ?? [], burdens.kindOf[who] ?? 0),
    })),
  }
}

const costsOver = (meetings: readonly (readonly Burden[])[], weights: readonly number[]): readonly number[] =>
  meetings
    .map((met) => costsOf(met, weights))
    .reduce((all, one) => [all[0] + one[0], all[1] + one[1], all[2] + one[2]], [0, 0, 0])

const sumOf = (meetings: readonly (readonly Burden[])[], kind: number): number =>
  meetings.reduce((sum, met) => sum + PAIN[met[kind]?.strain ?? 'in-hours'], 0)
