import type { Instant } from '../kernel/time.ts'
import { around, type Candidate, dayAfter, isShown, startsOn } from './candidates.ts'
import { compareCosts, costsOf } from './costs.ts'
import type { Attendee, Slot } from './model.ts'
import { type Burden, Burdens } from './pain.ts'
import { viewsOf } from './views.ts'

/** More lines than this help nobody to choose. */
export const MOST_SLOTS = 12

export interface Wanted {
  readonly attendees: readonly Attendee[]
  /** The circle's zone. */
  readonly zone: string
  readonly day: string
  readonly days: number
  readonly minutes: number
  readonly notBefore: Instant
}

interface Judged extends Candidate {
  readonly burdens: readonly Burden[]
  readonly costs: readonly [far: number, edge: number, apart: number, startsAt: number]
}

/** The best times for one meeting, best first (SPEC H8 to H10). */
export const rankSlots = ({ attendees, zone, day, days, minutes, notBefore }: Wanted): Slot[] => {
  const dates = Array.from({ length: days }, (_, index) => dayAfter(day, index))
  const burdens = new Burdens(attendees, minutes, ...around(day, dates.at(-1) ?? day))
  const weights = burdens.weights
  return dates
    .flatMap((date) => stretchesOf(judged(startsOn(zone, date))))
    .map((stretch) => ({ stretch, best: stretch.toSorted(byCost)[0] }))
    .flatMap(({ stretch, best }) => (best === undefined ? [] : [{ stretch, best }]))
    .toSorted((a, b) => byCost(a.best, b.best))
    .slice(0, MOST_SLOTS)
    .map(({ stretch, best }) => ({
      startsAt: best.startsAt,
      day: best.day,
      time: best.time,
      earliest: stretch[0]?.time ?? best.time,
      latest: stretch.at(-1)?.time ?? best.time,
      views: viewsOf(attendees, burdens, best.startsAt),
    }))

  function judged(candidates: readonly Candidate[]): Judged[] {
    return candidates
      .filter((one) => one.startsAt >= notBefore && isShown(zone, one))
      .map((one) => {
        const met = burdens.at(one.startsAt)
        return { ...one, burdens: met, costs: [...costsOf(met, weights), one.startsAt] }
      })
  }
}

const byCost = (a: Judged, b: Judged): number => compareCosts(a.costs, b.costs)

const stretchesOf = (judged: readonly Judged[]): Judged[][] => {
  const stretches: Judged[][] = []
  for (const one of judged) {
    const last = stretches.at(-1)
    if (last?.[0] !== undefined && hurtsAlike(last[0], one)) last.push(one)
    else stretches.push([one])
  }
  return stretches
}

const hurtsAlike = (a: Judged, b: Judged): boolean =>
  a.burdens.every((burden, kind) => burden.strain === b.burdens[kind]?.strain)
