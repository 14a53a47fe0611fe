import type { Locale } from '@rondo/shared/account/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { Temporal } from 'temporal-polyfill'
import { wordsIn } from './words.ts'

/** A meeting as calendars are told of it. */
export interface FeedMeeting {
  id: MeetingId
  title: string
  circleName: string
  timeZone: string
  startsAt: Instant
  minutes: number
  cancelReason: string | null
  /** Every role with its name in the owner's language, and who holds it. */
  roles: readonly { role: string; holder: { id: MemberId; name: string } | null }[]
}

/** Whose calendar it is. */
export interface Owner {
  id: MemberId
  timeZone: string
  locale: Locale
}

/** Everything in it that a calendar shows alike to everybody: when it changes, the number of the event grows. */
export const essenceOf = ({ roles, ...meeting }: FeedMeeting): string =>
  JSON.stringify([meeting, roles.map(({ holder }) => holder)])

export const summaryOf = ({ title, circleName }: FeedMeeting): string => `${title} · ${circleName}`

/** Why it is not on, who does what, when it is by the circle's clocks and by those of the owner, and where its page is. */
export const descriptionOf = (meeting: FeedMeeting, owner: Owner, address: string): string => {
  const words = wordsIn(owner.locale)
  const roles = meeting.roles.map(({ role, holder }) => {
    const who = holder === null ? words.open : holder.id === owner.id ? words.you(holder.name) : holder.name
    return `${role}: ${who}`
  })
  const there = `${timeIn(meeting, meeting.timeZone, owner.locale)} (${cityOf(meeting.timeZone)})`
  const here = words.yourTime(timeIn(meeting, owner.timeZone, owner.locale), cityOf(owner.timeZone))
  return [
    ...(meeting.cancelReason === null ? [] : [words.cancelled(meeting.cancelReason), '']),
    ...roles,
    '',
    there,
    ...(sameClock(meeting, owner) ? [] : [here]),
    '',
    `${words.notes}: ${address}`,
  ].join('\n')
}

const timeIn = ({ startsAt }: FeedMeeting, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(startsAt)

const cityOf = (timeZone: string): string => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone

const sameClock = ({ startsAt, timeZone }: FeedMeeting, owner: Owner): boolean => {
  const at = Temporal.Instant.fromEpochMilliseconds(startsAt)
  return at.toZonedDateTimeISO(timeZone).offset === at.toZonedDateTimeISO(owner.timeZone).offset
}
