import { spared } from './async-seats.ts'
import { around, type Candidate, dayAfter, startsOn } from './candidates.ts'
import { compareCosts } from './costs.ts'
import { type Attendee, PAIN, type Series } from './model.ts'
import { type Option, optionsOf } from './options.ts'
import { evenlyOrdered } from './order-choices.ts'
import { Burdens } from './pain.ts'
import { searchSeries } from './search-series.ts'
import { steadyOn } from './steady.ts'
import { differenceOf, FAIR } from './sums.ts'
import { viewsOf } from './views.ts'

/** A series is balanced over so many meetings (SPEC H12). */
export const MEETINGS = 6

export interface WantedSeries {
  readonly attendees: readonly Attendee[]
  /** The circle's zone. */
  readonly zone: string
  /** The first date. */
  readonly day: string
  /** From one meeting to the next. */
  readonly weeks: number
  readonly minutes: number
}

/** Six meetings whose wall times rotate so that what they cost is shared (SPEC H12 to H19). */
export const planSeries = ({ attendees, zone, day, weeks, minutes }: WantedSeries): Series => {
  const dates = Array.from({ length: MEETINGS }, (_, index) => dayAfter(day, index * weeks * 7))
  const burdens = new Burdens(attendees, minutes, ...around(day, dates.at(-1) ?? day))
  const candidates = dates.map((date) => startsOn(zone, date))
  const offers = candidates.map((ofDate) => optionsOf(ofDate, burdens))
  const { choices, sawAll } = searchSeries(offers, burdens.weights)
  const starts = startsFor(evenlyOrdered(choices, offers))
  return {
    sawAll,
    times: periodOf(starts.map(({ time }) => time)),
    ...told(attendees, burdens, starts),
    steady: steadyOn(candidates, attendees, burdens),
  }
}

/** Of the starts that each choice allows, those that serve on most of the dates: few different times are easy to remember. */
const startsFor = (choices: readonly Option[]): Candidate[] => {
  const uses = new Map<string, number>()
  for (const { time } of choices.flatMap(({ starts }) => starts)) uses.set(time, (uses.get(time) ?? 0) + 1)
  return choices.flatMap(({ starts }) =>
    starts
      .toSorted((a, b) => compareCosts([-usesOf(a), a.apart, a.startsAt], [-usesOf(b), b.apart, b.startsAt]))
      .slice(0, 1),
  )

  function usesOf({ time }: Candidate): number {
    return uses.get(time) ?? 0
  }
}

const told = (
  attendees: readonly Attendee[],
  burdens: Burdens,
  starts: readonly Candidate[],
): Pick<Series, 'isFair' | 'meetings'> => {
  const views = starts.map(({ startsAt }) => viewsOf(attendees, burdens, startsAt))
  const pains = attendees.map((_, who) => views.map((meeting) => PAIN[meeting[who]?.strain ?? 'in-hours']))
  const sums = pains.map((own) => own.reduce<number>((sum, pain) => sum + pain, 0))
  const seats = spared(pains)
  const paid = attendees.map(() => 0)
  return {
    isFair: differenceOf(sums) <= FAIR,
    meetings: starts.map(({ startsAt, day, time }, index) => ({
      startsAt,
      day,
      time,
      views: (views[index] ?? []).map((view, who) => {
        const isAsync = seats[who]?.has(index) ?? false
        const sum = (paid[who] ?? 0) + (isAsync ? 0 : PAIN[view.strain])
        paid[who] = sum
        return { ...view, isAsync, sum }
      }),
    })),
  }
}

/** The shortest beginning whose repetition gives all of them. */
const periodOf = (times: readonly string[]): string[] => {
  const lengths = [1, 2, 3].filter((length) => times.length % length === 0)
  const period = lengths.find((length) => times.every((time, index) => time === times[index % length]))
  return times.slice(0, period ?? times.length)
}
