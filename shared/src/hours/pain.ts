import type { Instant } from '../kernel/time.ts'
import type { Attendee, Strain, WorkingHours } from './model.ts'
import { minutesOf, WallClock, type WallSpan } from './wall-clock.ts'

/** Most people are awake from here … */
const MORNING = minutesOf('07:00')
/** … to here (SPEC H3, H5). */
const NIGHT = minutesOf('22:00')

const WORSE: readonly Strain[] = ['in-hours', 'edge', 'day-off', 'night']

/** What a time is for somebody, and how many minutes its farthest minute lies from their hours of that day. */
export interface Burden {
  readonly strain: Strain
  readonly apart: number
}

const IN_HOURS: Burden = { strain: 'in-hours', apart: 0 }
/** A day in minutes; so far is a day off from any hours. */
const A_DAY = 1440
/** No clock shows 24:00, so this is how people write midnight (SPEC H2). */
const LAST_MINUTE = '23:59'

const onWorkingDay = ({ from, to }: WorkingHours, span: WallSpan): Burden => {
  const early = minutesOf(from) - span.from
  const late = span.to - (to === LAST_MINUTE ? A_DAY : minutesOf(to))
  const apart = Math.max(early, late)
  if (apart <= 0) return IN_HOURS
  const isNight = (early > 0 && span.from < MORNING) || (late > 0 && span.to > NIGHT)
  return { strain: isNight ? 'night' : 'edge', apart }
}

const onDayOff = ({ from, to }: WallSpan): Burden => ({
  strain: from < MORNING || to > NIGHT ? 'night' : 'day-off',
  apart: A_DAY,
})

const worse = (a: Burden, b: Burden): Burden => ({
  strain: WORSE.indexOf(a.strain) > WORSE.indexOf(b.strain) ? a.strain : b.strain,
  apart: Math.max(a.apart, b.apart),
})

/** The burden of a meeting whose wall time is given (SPEC H2 to H6). */
export const burdenOf = (hours: WorkingHours, spans: readonly WallSpan[]): Burden =>
  spans
    .map((span) => (hours.days.includes(span.weekday) ? onWorkingDay(hours, span) : onDayOff(span)))
    .reduce(worse, IN_HOURS)

/** Reads the burden of meetings for attendees; people with the same zone and hours are asked about once. */
export class Burdens {
  readonly #minutes: number
  readonly #clocks: ReadonlyMap<string, WallClock>
  readonly #kinds = new Map<string, number>()
  readonly #members: Attendee[] = []
  /** For each attendee, which of the kinds they are. */
  readonly kindOf: readonly number[]

  constructor(attendees: readonly Attendee[], minutes: number, from: Instant, to: Instant) {
    this.#minutes = minutes
    const zones = new Set(attendees.map(({ timeZone }) => timeZone))
    this.#clocks = new Map([...zones].map((zone) => [zone, new WallClock(zone, from, to)]))
    this.kindOf = attendees.map((attendee) => this.#enter(attendee))
  }

  /** How many attendees share each kind's zone and hours. */
  get weights(): number[] {
    return this.#members.map((_, kind) => this.kindOf.filter((one) => one === kind).length)
  }

  /** The burden of a meeting for each kind. */
  at(startsAt: Instant): Burden[] {
    const spans = new Map<string, WallSpan[]>()
    return this.#members.map(({ timeZone, hours }) => {
      const known = spans.get(timeZone) ?? this.clockOf(timeZone).spans(startsAt, this.#minutes)
      spans.set(timeZone, known)
      return burdenOf(hours, known)
    })
  }

  clockOf(zone: string): WallClock {
    const clock = this.#clocks.get(zone)
    if (clock === undefined) throw new RangeError(`No attendee lives in ${zone}.`)
    return clock
  }

  #enter(attendee: Attendee): number {
    const key = JSON.stringify([attendee.timeZone, attendee.hours])
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    this.#kinds.set(key, this.#members.length)
    return this.#members.push(attendee) - 1
  }
}
