import { intlLocale } from '../../ui/time/time-words.ts'

/** "Thu 3 Dec", of a day that belongs to no zone. */
export const dayWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(intlLocale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
