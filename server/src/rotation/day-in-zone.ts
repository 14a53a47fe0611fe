import type { Instant } from '@rondo/shared/kernel/time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone, as 'YYYY-MM-DD'. */
export const dayInZone = (timeZone: string, at: Instant): string => formatOf(timeZone).format(at)

/** Making a format costs more than using it often. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}
