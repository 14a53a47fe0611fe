import { formatIn } from '@rondo/shared/format/presets.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import type { CellAddress, Rotation } from '@rondo/shared/rotation/model.ts'
import { setCadence } from '../cadence/index.ts'
import { answerRsvp, rotaMeetings, scheduleMeeting } from '../meeting/index.ts'
import { addAway, offerSwap, readRotation } from '../rotation/index.ts'
import { actorOf, type Cast } from './cast.ts'
import type { PersonKey } from './story/story.ts'
import { done, type WorldContext } from './world-context.ts'

const TITLES = [
  'Replication: who tells whom',
  'Expiry: when a key is gone',
  'Persistence: what a crash leaves',
  'Clusters: where a key lives',
]

/** The next meetings of both circles; in the first a month of them, with people who are away and two who want to swap. */
export const planAhead = async (
  context: WorldContext,
  cast: Cast,
  reading: CircleId,
  wins: CircleId,
): Promise<void> => {
  const now = context.clock.now()
  const thursdays = TITLES.map((_, week) => atFive('Thu', now + 3 * DAY + week * 7 * DAY))
  const months: Meeting[] = []
  for (const [week, title] of TITLES.entries()) {
    const startsAt = thursdays[week] ?? now
    const presenterId = week === 0 ? { presenterId: cast.wanjiru.id } : {}
    months.push(await schedule(context, cast, reading, { title, startsAt, ...presenterId }))
  }
  await answerFirst(context, cast, months)
  await takeLeave(context, cast, reading, 'thiago', thursdays.slice(0, 1))
  await takeLeave(context, cast, reading, 'jonas', thursdays.slice(2))
  await askToSwap(context, cast, reading)
  await meetOnFridays(context, cast, wins)
}

/** The other circle has a cadence: twelve weeks of meetings by one rule. */
const meetOnFridays = async (context: WorldContext, cast: Cast, circleId: CircleId): Promise<void> => {
  const startsOn = dayOf(context.clock.now() + 2 * DAY)
  const plan = { rule: 'FREQ=WEEKLY;BYDAY=FR', startsOn, times: ['17:00'], exceptions: [] }
  const shape = { title: 'Wins of the week', format: 'friday-wins' as const }
  await done(setCadence(context, actorOf(cast.priya), circleId, { ...plan, ...shape, from: 0 }))
}

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

const schedule = (
  context: WorldContext,
  cast: Cast,
  circleId: CircleId,
  what: Pick<Parameters<typeof scheduleMeeting>[3], 'title' | 'startsAt' | 'presenterId'>,
): Promise<Meeting> => {
  const { segments } = formatIn('en', 'brown-bag')
  return done(
    scheduleMeeting(context, actorOf(cast.leyla), circleId, { format: 'brown-bag', segments, ...what }),
  )
}

const WEEK_OF_HOURS = 7 * 24 + 1

/** The first weekday of that name from then on, 17:00 in Berlin, whatever the clocks do in between. */
const atFive = (weekday: string, from: Instant): Instant => {
  const said = (options: Intl.DateTimeFormatOptions, at: Instant) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'Europe/Berlin' }).format(at)
  const hours = Array.from(
    { length: WEEK_OF_HOURS },
    (_, index) => Math.ceil(from / HOUR) * HOUR + index * HOUR,
  )
  const found = hours.find(
    (at) =>
      said({ weekday: 'short' }, at) === weekday && said({ hour: '2-digit', hourCycle: 'h23' }, at) === '17',
  )
  return found ?? from
}

const answerFirst = async (context: WorldContext, cast: Cast, [first]: readonly Meeting[]): Promise<void> => {
  if (first === undefined) return
  const answer = (who: PersonKey, word: 'there' | 'own-time' | 'not-this-time') =>
    done(answerRsvp(context, actorOf(cast[who]), first.id, word))
  for (const who of ['priya', 'jonas', 'wanjiru', 'leyla'] as const) await answer(who, 'there')
  await answer('hana', 'own-time')
  await answer('thiago', 'not-this-time')
}

/** Away from the first of these meetings to the last, and a day round it. */
const takeLeave = async (
  context: WorldContext,
  cast: Cast,
  circleId: CircleId,
  who: PersonKey,
  meetings: readonly Instant[],
): Promise<void> => {
  const from = dayOf((meetings[0] ?? 0) - DAY)
  const to = dayOf((meetings.at(-1) ?? 0) + DAY)
  await done(addAway(context, rotaMeetings, actorOf(cast[who]), circleId, { from, to, everywhere: false }))
}

/** Whoever leads the third meeting asks whoever leads the fourth; the visitor watches. */
const askToSwap = async (context: WorldContext, cast: Cast, circleId: CircleId): Promise<void> => {
  const rotation = await done(readRotation(context, rotaMeetings, actorOf(cast.leyla), circleId))
  const [give, take] = [leaderOf(rotation, 2), leaderOf(rotation, 3)]
  const asking = Object.values(cast).find(({ id }) => id === give?.seen.memberId)
  if (give === undefined || take === undefined || asking === undefined) return
  await done(offerSwap(context, rotaMeetings, actorOf(asking), circleId, { give, take }))
}

const leaderOf = ({ meetings }: Rotation, row: number) => {
  const meeting = meetings[row]
  const cell = meeting?.cells.find(({ role }) => role === 'facilitator')
  if (meeting === undefined || meeting.meetingId === null || cell === undefined) return undefined
  const { role, memberId, version } = cell
  const address: CellAddress = { meetingId: meeting.meetingId, role }
  return { ...address, seen: { memberId, version } }
}
