import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { intlLocale } from '../ui/time/time-words.ts'

/** How long ago, in the coarsest unit that still says something. */
export interface Ago {
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly count: number
}

/** Weeks up to half a year, for a rota thinks in weeks; days only within the last fortnight. */
export const agoOf = (then: Instant, now: Instant): Ago => {
  const days = Math.max(0, Math.floor((now - then) / DAY))
  if (days < 14) return { unit: 'day', count: days }
  if (days < 183) return { unit: 'week', count: Math.floor(days / 7) }
  if (days < 730) return { unit: 'month', count: Math.round(days / 30.44) }
  return { unit: 'year', count: Math.floor(days / 365.25) }
}

/** "6 weeks ago", "vor 6 Wochen", "yesterday". */
export const agoWords = (then: Instant, now: Instant, locale: string): string => {
  const { unit, count } = agoOf(then, now)
  return new Intl.RelativeTimeFormat(intlLocale(locale), { numeric: 'auto' }).format(-count, unit)
}
