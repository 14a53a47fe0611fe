import { WEEKDAYS, type Weekday } from '@rondo/shared/cadence/rule.ts'
import type { TFunction } from 'i18next'
import { intlLocale } from '../ui/time/time-words.ts'
import { draftOfRule } from './rule-draft.ts'

const MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY = 24 * 60 * 60 * 1000

/** "Thursday", or "Thu". */
export const weekdayName = (day: Weekday, locale: string, width: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(intlLocale(locale), { weekday: width, timeZone: 'UTC' }).format(
    MONDAY + WEEKDAYS.indexOf(day) * DAY,
  )

/** "every other week on Thursday at 19:00", in the clocks of the circle. */
export const ruleWords = (
  { rule, startsOn, times }: { rule: string; startsOn: string; times: readonly string[] },
  t: TFunction,
  locale: string,
): string => {
  const list = new Intl.ListFormat(intlLocale(locale), { type: 'conjunction' })
  const draft = draftOfRule(rule, startsOn)
  const days = list.format(draft.weekdays.map((day) => weekdayName(day, locale)))
  const clock = t('cadence.words.at', { count: times.length, times: list.format(times) })
  if (draft.kind === 'own') return `${t('cadence.words.own', { rule })} ${clock}`
  if (draft.kind === 'month')
    return `${t('cadence.words.month', { nth: t(`cadence.nth.${draft.nth === '-1' ? 'last' : draft.nth}`), day: days })} ${clock}`
  return `${t('cadence.words.weeks', { count: draft.every, days })} ${clock}`
}
