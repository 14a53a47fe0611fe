import fc from 'fast-check'
import type { MemberId } from '../kernel/id.ts'
import { type Attendee, type Series, USUAL_HOURS, type WorkingHours } from './model.ts'
import { timeOf } from './wall-clock.ts'

/** For tests: somebody in a zone. */
export const attendee = (number: number, timeZone: string, hours: Partial<WorkingHours> = {}): Attendee => ({
  memberId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as MemberId,
  timeZone,
  hours: { ...USUAL_HOURS, ...hours },
  isAssumed: false,
})

/** Zones that skip, repeat, shift by half an hour, or do so in the other half of the year. */
export const RESTLESS = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Istanbul',
] as const

/** For tests: some days and hours. */
export const anyHours = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: fc.integer({ min: 0, max: 46 }),
    length: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ days, from, length }) => ({
    days: days.toSorted((a, b) => a - b),
    from: timeOf(from * 30),
    to: timeOf(Math.min(1439, (from + length) * 30)),
  }))

/** For tests: some people somewhere, with hours of their own. */
export const anyAttendees = (most: number) =>
  fc
    .array(fc.record({ zone: fc.constantFrom(...RESTLESS), hours: anyHours }), {
      minLength: 1,
      maxLength: most,
    })
    .map((people) => people.map(({ zone, hours }, index) => attendee(index + 1, zone, hours)))

/** What everybody has paid after the last meeting. */
export const sumsOf = ({ meetings }: Series): number[] => meetings.at(-1)?.views.map(({ sum }) => sum) ?? []
