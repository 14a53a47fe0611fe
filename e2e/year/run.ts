import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import { readMeeting } from '@rondo/shared/meeting/contract.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { anyone, type CircleOfEight, gather, hold, meetingsOf, signInAgain, ZONE } from './circle-of-eight.ts'
import { unfair, wrongFridays, wrongReminders, wrongThursdays, type Year } from './findings.ts'
import { freePort } from './free-port.ts'
import { ToldServer } from './told-server.ts'

/**
 * `npm run test:year [-- --seed N --weeks N]`: a circle of eight lives through a year against the running server, which is
 * killed ten times at random instants and comes back between a minute and four days later. Ends with what was found.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, weeks: { type: 'string', default: '52' } },
})
const KILLS = 10
/** From Thursday at five until the wins of Friday have been opened. */
const TO_FRIDAY = 22 * HOUR + 10 * MINUTE
/** Shorter than a session lasts that nobody uses. */
const SESSION = 5 * DAY
const START = Date.UTC(2026, 0, 5, 8)

/** Numbers that look random and are the same in every run of a seed. */
const dice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Kill {
  at: number
  until: number
  afterMs: number
}

const killsOf = (random: () => number, end: number): Kill[] =>
  Array.from({ length: KILLS }, () => START + DAY + Math.floor(random() * (end - START - 8 * DAY)))
    .toSorted((a, b) => a - b)
    .map((at) => ({
      at,
      until: at + ([MINUTE, HOUR, 9 * HOUR, DAY, 4 * DAY][Math.floor(random() * 5)] ?? HOUR),
      afterMs: Math.floor(random() * 60),
    }))

const live = async (server: ToldServer, circle: CircleOfEight, kills: Kill[], end: number) => {
  const away: Year['away'][number][] = []
  const told = new Map<MemberId, Map<string, { kind: string; meetingId: MeetingId | null }>>()
  const listen = async () => {
    for (const [memberId, person] of circle.people) {
      const heard = told.get(memberId) ?? new Map()
      for (const { id, about } of (await person.ask(listNotifications)).notifications)
        heard.set(id, { kind: about.kind, meetingId: 'meetingId' in about ? about.meetingId : null })
      told.set(memberId, heard)
    }
  }
  const goTo = async (at: number): Promise<void> => {
    const [kill] = kills
    if (kill === undefined || kill.at > at) return server.goTo(Math.max(at, server.now))
    kills.shift()
    const from = server.now
    await server.killOnTheWay(kill.at, Math.max(kill.until, kill.at), kill.afterMs)
    await server.start()
    away.push({ from, until: server.now })
    return goTo(Math.max(at, server.now))
  }
  const done = new Set<MeetingId>()
  let signedInAt = server.now
  while (server.now < end) {
    if (server.now - signedInAt > SESSION) {
      await signInAgain(circle)
      signedInAt = server.now
    }
    const next = (await meetingsOf(circle)).find(
      ({ id, startsAt, phase }) => phase === 'scheduled' && startsAt >= server.now && !done.has(id),
    )
    const at = Math.min(next?.startsAt ?? end, end)
    await goTo(at)
    if (next === undefined || server.now >= end) continue
    done.add(next.id)
    // Who comes late because the server was away finds that the hour is over.
    if (server.now - next.startsAt < HOUR) await hold(circle, next.id)
    await listen()
    await goTo(Math.min(next.startsAt + TO_FRIDAY, end))
    for (const { id, startsAt, phase } of await meetingsOf(circle)) {
      if (phase !== 'scheduled' || startsAt > server.now || startsAt < server.now - HOUR) continue
      done.add(id)
      await hold(circle, id)
    }
  }
  await listen()
  return { away, told: new Map([...told].map(([memberId, heard]) => [memberId, [...heard.values()]])) }
}

const judge = async (
  circle: CircleOfEight,
  lived: Pick<Year, 'away' | 'told'>,
  end: number,
): Promise<Year> => {
  const reader = anyone(circle)
  const meetings = await Promise.all(
    (await meetingsOf(circle)).map(async ({ id, startsAt, phase, number }) => {
      const { format } = await reader.ask(readMeeting, { params: { meetingId: id } })
      return { id, format, startsAt, phase, number }
    }),
  )
  const { ledger } = await reader.ask(readRotation, { params: { circleId: circle.circleId }, query: {} })
  return { start: START, end, timeZone: ZONE, meetings, ledger, people: [...circle.people.keys()], ...lived }
}

const folder = await mkdtemp(join(tmpdir(), 'rondo-year-'))
const server = new ToldServer(folder, await freePort(), START)
const end = START + Number(values.weeks) * 7 * DAY
try {
  await server.start()
  const circle = await gather(server.origin, '2026-01-08')
  const kills = killsOf(dice(Number(values.seed)), end)
  const year = await judge(circle, await live(server, circle, kills, end), end)
  const found = [...wrongThursdays(year), ...wrongFridays(year), ...unfair(year), ...wrongReminders(year)]
  const held = year.meetings.filter(({ phase }) => phase === 'wrapped').length
  const reminders = [...year.told.values()].flat().filter(({ kind }) => kind === 'reminder').length
  console.log(
    `${values.weeks} weeks, ${year.away.length} kills, ${held} meetings held, ${year.ledger.length} lines in the ledger, ${reminders} reminders.`,
  )
  for (const line of found) console.log(`- ${line}`)
  console.log(
    found.length === 0 ? 'Nothing was lost, nothing came twice, and the ledger is fair.' : 'That is wrong.',
  )
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
