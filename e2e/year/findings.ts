import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'

/** What the year left behind, as far as it is judged. */
export interface Year {
  start: number
  end: number
  timeZone: string
  /** When the server was away. */
  away: readonly { from: number; until: number }[]
  meetings: readonly { id: MeetingId; format: string; startsAt: number; phase: string; number: number }[]
  /** Each line of the ledger. */
  ledger: readonly { memberId: MemberId; role: string; meetingId: MeetingId }[]
  people: readonly MemberId[]
  /** For each member what they were told: the kind and the meeting. */
  told: ReadonlyMap<MemberId, readonly { kind: string; meetingId: MeetingId | null }[]>
}

const wallOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
    at,
  )

const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The days of the year that fall on a weekday, in the circle's zone. */
const daysOn = (weekday: string, { start, end, timeZone }: Year): string[] => {
  const days: string[] = []
  for (let at = start; at < end; at += DAY)
    if (wallOf(at, timeZone).startsWith(weekday)) days.push(dayOf(at, timeZone))
  return days
}

const wasAway = ({ away }: Year, at: number): boolean =>
  away.some(({ from, until }) => at >= from && at < until)

const repeated = <T>(all: readonly T[]): T[] => all.filter((one, index) => all.indexOf(one) !== index)

/** Every Thursday has its meeting at five on the wall, once, and none has two. */
export const wrongThursdays = (year: Year): string[] => {
  const held = year.meetings.filter(({ format }) => format === 'learning-circle')
  const inYear = held.filter(({ startsAt }) => startsAt < year.end)
  const days = inYear.map(({ startsAt }) => dayOf(startsAt, year.timeZone))
  const walls = new Set(held.map(({ startsAt }) => wallOf(startsAt, year.timeZone)))
  return [
    ...daysOn('Thu', year)
      .filter((day) => !days.includes(day))
      .map((day) => `${day} has no meeting`),
    ...repeated(days).map((day) => `${day} has two meetings`),
    ...[...walls].filter((wall) => wall !== 'Thu 17:00').map((wall) => `a meeting at ${wall}`),
  ]
}

/** Wins open once a week; a Friday that passed without a server is made up for once, after it. */
export const wrongFridays = (year: Year): string[] => {
  const wins = year.meetings.filter(({ format }) => format === 'friday-wins').map(({ startsAt }) => startsAt)
  const days = wins.map((at) => dayOf(at, year.timeZone))
  const missing = daysOn('Fri', year).filter((day) => {
    const due = Date.parse(`${day}T14:00:00Z`)
    if (due > year.end - 5 * DAY || days.includes(day)) return false
    const gap = year.away.find(({ from, until }) => due >= from - HOUR && due < until)
    return gap === undefined || !wins.some((at) => at >= due - HOUR && at <= gap.until + HOUR)
  })
  return [
    ...missing.map((day) => `no wins on ${day}`),
    ...repeated(days).map((day) => `wins were opened twice on ${day}`),
  ]
}

/** Each line of the ledger once, one facilitator for every meeting that was held, and nobody two turns ahead of another. */
export const unfair = (year: Year): string[] => {
  const led = year.ledger.filter(({ role }) => role === 'facilitator')
  const lines = year.ledger.map(({ memberId, role, meetingId }) => `${meetingId} ${role} ${memberId}`)
  const held = year.meetings.filter(({ phase }) => phase === 'wrapped')
  const turns = year.people.map((person) => led.filter(({ memberId }) => memberId === person).length)
  const gap = Math.max(...turns) - Math.min(...turns)
  return [
    ...repeated(lines).map((line) => `twice in the ledger: ${line}`),
    ...(led.length === held.length ? [] : [`${held.length} meetings were held, and ${led.length} led`]),
    ...(gap < 2 ? [] : [`turns differ by ${gap}: ${turns.join(', ')}`]),
  ]
}

/** Everybody is reminded of each meeting once, but of those whose hour went by without a server. */
export const wrongReminders = (year: Year): string[] => {
  const due = year.meetings.filter(
    ({ format, startsAt }) =>
      format === 'learning-circle' && startsAt < year.end - DAY && !wasAway(year, startsAt),
  )
  return [...year.told].flatMap(([memberId, told]) => {
    const ids = told.filter(({ kind }) => kind === 'reminder').map(({ meetingId }) => meetingId)
    return [
      ...repeated(ids).map((id) => `${memberId} was reminded twice of ${id}`),
      ...due.filter(({ id }) => !ids.includes(id)).map(({ id }) => `${memberId} was not reminded of ${id}`),
    ]
  })
}
