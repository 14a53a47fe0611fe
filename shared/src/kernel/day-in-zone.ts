import type { Instant } from './time.ts'

/** The day that the calendar shows in a zone at an instant, as `YYYY-MM-DD`. */
export const dayInZone = (timeZone: string, at: Instant): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}
