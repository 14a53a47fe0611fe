import { readRule, WEEKDAYS, type Weekday } from '@rondo/shared/cadence/rule.ts'

/** Which of the weekdays of a month: the first to the fourth, or the last. */
export const NTHS = ['1', '2', '3', '4', '-1'] as const
export type Nth = (typeof NTHS)[number]

/** A rule as people choose it; one that they could not have chosen stays a text of its own. */
export interface RuleDraft {
  readonly kind: 'weeks' | 'month' | 'own'
  /** Every so many weeks. */
  readonly every: number
  readonly weekdays: readonly Weekday[]
  readonly nth: Nth
  /** The last day that may have a meeting, or the empty text. */
  readonly until: string
  readonly own: string
}

export const MOST_WEEKS = 8

/** Once a week on the weekday of that day. */
export const weeklyFrom = (day: string): RuleDraft => ({
  kind: 'weeks',
  every: 1,
  weekdays: [weekdayOf(day)],
  nth: '1',
  until: '',
  own: '',
})

/** The weekday of a calendar day. */
export const weekdayOf = (day: string): Weekday =>
  WEEKDAYS[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'

/** The draft that a rule was made from. */
export const draftOfRule = (rule: string, startsOn: string): RuleDraft => {
  const own: RuleDraft = { ...weeklyFrom(startsOn), kind: 'own', own: rule }
  const read = readRule(rule)
  if (!read.ok) return own
  const { FREQ, INTERVAL = '1', BYDAY = weekdayOf(startsOn), UNTIL = '' } = read.value
  const until = UNTIL.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const days = BYDAY.split(',')
  const weekdays = WEEKDAYS.filter((day) => days.some((text) => text.endsWith(day)))
  const nth = NTHS.find((one) => `${one}${weekdays[0] ?? ''}` === BYDAY)
  const draft = { ...own, every: Number(INTERVAL), weekdays, until, nth: nth ?? '1' }
  const chosen: RuleDraft[] = [
    { ...draft, kind: FREQ === 'MONTHLY' ? 'month' : 'weeks' },
    { ...draft, kind: 'weeks' },
  ]
  const same = chosen.find((one) => ruleOf(one) === rule || ruleOf(one) === `${rule};BYDAY=${BYDAY}`)
  return same === undefined ? own : { ...same, own: '' }
}

/** The text of the rule (RFC 5545). */
export const ruleOf = ({ kind, every, weekdays, nth, until, own }: RuleDraft): string => {
  if (kind === 'own') return own.trim()
  const days = WEEKDAYS.filter((day) => weekdays.includes(day))
  const parts =
    kind === 'month'
      ? ['FREQ=MONTHLY', `BYDAY=${nth}${days[0] ?? ''}`]
      : ['FREQ=WEEKLY', ...(every === 1 ? [] : [`INTERVAL=${every}`]), `BYDAY=${days.join(',')}`]
  return [...parts, ...(until === '' ? [] : [`UNTIL=${until.replaceAll('-', '')}`])].join(';')
}
