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
  const judge = (one: Candidate): Judged => {
    const met = burdens.at(one.startsAt)
    return { ...one, burdens: met, costs: [...costsOf(met, weights), one.startsAt] }
  }
  const slots = dates
    .map((date) => startsOn(zone, date).filter((one) => one.startsAt >= notBefore && isShown(zone, one)))
    .flatMap((starts) => stretchesOf(starts.map(judge)))
    .flatMap((stretch) => bestOf(stretch))
    .toSorted((a, b) => byCost(a.best, b.best))
    .map(
      ({ best, earliest, latest }): Slot => ({
        time: best.time,
        earliest,
        latest,
        starts: [{ startsAt: best.startsAt, day: best.day }],
        views: viewsOf(attendees, burdens, best.startsAt),
      }),
    )
  return acrossDays(slots).slice(0, MOST_SLOTS)
}

const bestOf = (stretch: readonly Judged[]) => {
  const [best] = stretch.toSorted(byCost)
  if (best === undefined) return []
  return [{ best, earliest: stretch[0]?.time ?? best.time, latest: stretch.at(-1)?.time ?? best.time }]
}

/** Days on which everything is the same are one line (SPEC H10). */
const acrossDays = (slots: readonly Slot[]): Slot[] => {
  const lines = new Map<string, Slot>()
  for (const slot of slots) {
    const key = lookOf(slot)
    const line = lines.get(key)
    lines.set(key, line === undefined ? slot : { ...line, starts: [...line.starts, ...slot.starts] })
  }
  return [...lines.values()]
}

/** What a slot looks like apart from its date. */
const lookOf = ({ time, earliest, latest, starts, views }: Slot): string => {
  const day = starts[0]?.day ?? ''
  const clocks = views.map((one) => [one.time, one.strain, one.day < day ? -1 : Number(one.day > day)])
  return JSON.stringify([time, earliest, latest, clocks])
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
