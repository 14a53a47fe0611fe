import { changeCircle, unseatMember } from '@rondo/shared/circle/contract.ts'
import * as contract from '@rondo/shared/feed/contract.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryCadence } from '../cadence/temporary-cadence.ts'
import { granted, refused } from '../journal/temporary-people.ts'
import { createHttpApp, type HttpApp, type Principal } from '../platform/http/http-app.ts'
import { createLogger } from '../platform/log/create-logger.ts'
import { feedRoutes } from './routes.ts'

const PUBLIC_URL = 'https://rondo.example.org'

let world: Awaited<ReturnType<typeof temporaryCadence>>
let app: HttpApp
let lines: string[]
beforeEach(async () => {
  lines = []
  world = await temporaryCadence((inner, context) => feedRoutes(inner, { ...context, publicUrl: PUBLIC_URL }))
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  app = createHttpApp({ publicUrl: PUBLIC_URL, log, identify: async () => null })
  feedRoutes(app, { ...world.context, publicUrl: PUBLIC_URL })
})
afterEach(() => world.context.close())

const link = async (who: Principal, circleId: string | null): Promise<string> => {
  const { url } = granted(await world.ask(who, contract.renewFeed, { body: { circleId } }))
  expect(url.startsWith(`${PUBLIC_URL}/feed/`)).toBe(true)
  return url.slice(PUBLIC_URL.length)
}

const read = async (path: string): Promise<string> => {
  const answer = await app.request(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  return answer.text()
}

/** The events as an independent reader sees them, by their UIDs, with its own understanding of the zones. */
const eventsIn = (text: string): Map<string, ICAL.Event> => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  return new Map(events.map((event) => [event.uid, event]))
}

const meetings = async () => {
  const answer = granted(await world.ask(world.ben, meeting.listMeetings, { params: world.params }))
  return answer.meetings.toSorted((a, b) => a.startsAt - b.startsAt)
}

test('Every meeting is in the calendar at its time, across a change of the clocks, under a name that stays.', async () => {
  await world.set()
  const path = await link(world.ben, world.circleId)
  const text = await read(path)
  const events = eventsIn(text)
  const all = await meetings()
  expect(events.size).toBe(12)
  for (const { id, startsAt, plannedMinutes, title } of all) {
    const event = events.get(`${id}@rondo.example.org`)
    expect(event?.startDate.toJSDate().getTime()).toBe(startsAt)
    expect(event?.endDate.toJSDate().getTime()).toBe(startsAt + plannedMinutes * MINUTE)
    expect(event?.summary).toBe(`${title} · Reading`)
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  }
  expect(new Set(all.map(({ startsAt }) => startsAt % DAY)).size).toBe(2)
  expect([...events.keys()]).toEqual([...eventsIn(await read(path)).keys()])
})

test('It is a text as calendars want it: lines of at most 75 octets that end in CR LF, and commas escaped.', async () => {
  const title =
    'Grüße, Lektüre; und \\ sehr viel mehr Wörter, als in eine einzige Zeile dieses Kalenders passen 😀'
  await world.set({ title })
  const text = await read(await link(world.ben, null))
  const written = text.split('\r\n')
  expect(written.at(-1)).toBe('')
  expect(written.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:')
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  expect([...eventsIn(text).values()][0]?.summary).toBe(`${title} · Reading`)
})

test('The name of a circle is the name of its calendar, whatever signs it has, and never another line.', async () => {
  const named = 'Bread, wine; and C:\\new'
  await world.set()
  granted(await world.ask(world.ada, changeCircle, { params: world.params, body: { name: named } }))
  const path = await link(world.ben, world.circleId)
  const calendar = new ICAL.Component(ICAL.parse(await read(path)))
  expect(calendar.getFirstPropertyValue('name')).toBe(`${named} (Rondo)`)
  // No door lets line breaks in; here they come from behind.
  await world.context.db.writer
    .updateTable('circle')
    .set({ name: 'Bread\r\nATTENDEE:mailto:eve@example.org' })
    .execute()
  expect(await read(path)).not.toMatch(/^ATTENDEE/m)
})

test('It says who does what, and when that is by the clock of whose calendar it is.', async () => {
  await world.set()
  await world.context.db.writer
    .updateTable('member')
    .set({ timeZone: 'Asia/Kolkata' })
    .where('id', '=', world.ben.memberId)
    .execute()
  const [event] = eventsIn(await read(await link(world.ben, world.circleId))).values()
  expect(event?.description).toMatch(/^Facilitator: (Ada|Ben \(you\))$/m)
  expect(event?.description).toMatch(/^Presenter: /m)
  expect(event?.description).toContain('Thu 12 Mar, 19:00 (Berlin)')
  expect(event?.description).toContain('For you: Thu 12 Mar, 23:30 (Kolkata)')
})

test('A meeting that moves or is called off keeps its name, and its number grows; nothing else changes.', async () => {
  await world.set()
  const path = await link(world.ben, world.circleId)
  const before = eventsIn(await read(path))
  const [first, second, third] = await meetings()
  world.context.clock.advance(MINUTE)
  const startsAt = (first?.startsAt ?? 0) + DAY
  granted(
    await world.ask(world.ben, meeting.changeMeeting, {
      params: { meetingId: first?.id ?? '' },
      body: { startsAt },
    }),
  )
  const reason = 'Spring fair, and rain'
  granted(
    await world.ask(world.ben, meeting.cancelMeeting, {
      params: { meetingId: second?.id ?? '' },
      body: { reason },
    }),
  )
  const after = eventsIn(await read(path))
  const named = (id: string | undefined) => `${id ?? ''}@rondo.example.org`
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
  expect(after.get(named(first?.id))?.startDate.toJSDate().getTime()).toBe(startsAt)
  const cancelled = after.get(named(second?.id))
  expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(cancelled?.description).toContain(`Cancelled: ${reason}`)
  const numbers = [first, second, third].map((one) =>
    [before, after].map((all) => all.get(named(one?.id))?.sequence),
  )
  expect(numbers).toEqual([
    [0, 1],
    [0, 1],
    [0, 0],
  ])
  const later = eventsIn(await read(path))
  expect(later.get(named(first?.id))?.sequence).toBe(1)
})

test('What did not change is not sent again, and no cache between may keep it.', async () => {
  await world.set()
  const path = await link(world.ben, null)
  const first = await app.request(path)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const again = await app.request(path, { headers })
  expect([again.status, await again.text()]).toEqual([304, ''])
  granted(await world.ask(world.ada, changeCircle, { params: world.params, body: { name: 'Rereading' } }))
  expect((await app.request(path, { headers })).status).toBe(200)
})

test('A new link kills the old one; guessed, dead, and for the wrong kind they are refused in the same words.', async () => {
  await world.set()
  const old = await link(world.ben, null)
  const path = await link(world.ben, null)
  const guessed = `/feed/member/${'A'.repeat(43)}.ics`
  const wrong = [old, guessed, path.replace('/member/', '/circle/'), `${path}x`, '/feed/member/short.ics']
  const answers = await Promise.all(wrong.map(async (one) => app.request(one)))
  expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404))
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  expect((await app.request(path)).status).toBe(200)
  granted(await world.ask(world.ben, contract.endFeed, { body: { circleId: null } }))
  expect((await app.request(path)).status).toBe(404)
  expect(refused(await world.ask(world.ben, contract.endFeed, { body: { circleId: null } })).status).toBe(404)
})

test('The secret stands in no table and in no log line.', async () => {
  await world.set()
  const path = await link(world.ben, null)
  await read(path)
  await app.request(`${path}x`)
  const secret = path.split('/').at(-1)?.replace('.ics', '') ?? ''
  expect(secret).toHaveLength(43)
  const { feeds } = granted(await world.ask(world.ben, contract.listFeeds))
  const rows = await world.context.db.writer.selectFrom('feed').selectAll().execute()
  expect(JSON.stringify([feeds, rows, lines])).not.toContain(secret)
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(['/feed/member/:file', '/feed/member/:file'])
  // Control: the same lines would show it if the path were logged as it was asked for.
  expect(path).toContain(secret)
})

test('Whoever leaves a circle no longer has its meetings in their calendar.', async () => {
  await world.set()
  const path = await link(world.ben, null)
  expect(eventsIn(await read(path)).size).toBe(12)
  const params = { ...world.params, memberId: world.ben.memberId }
  granted(await world.ask(world.ben, unseatMember, { params }))
  const text = await read(path)
  expect(text).not.toContain('Reading')
  expect(eventsIn(text).size).toBe(0)
})

test('Of a confidential circle nobody but its members has a calendar, and it closes with the door.', async () => {
  await world.set()
  const others = await link(world.eve, world.circleId)
  const own = await link(world.ben, world.circleId)
  expect((await app.request(others)).status).toBe(200)
  granted(
    await world.ask(world.ada, changeCircle, { params: world.params, body: { visibility: 'confidential' } }),
  )
  expect((await app.request(others)).status).toBe(404)
  expect((await app.request(own)).status).toBe(200)
  const asked = await world.ask(world.eve, contract.renewFeed, { body: { circleId: world.circleId } })
  expect(refused(asked).status).toBe(404)
})

test('Whoever guesses is slowed down, and others are not; whoever asks too often waits.', async () => {
  await world.set()
  const path = await link(world.ben, null)
  const guess = (n: number) => app.request(`/feed/member/${String(n).padStart(43, 'A')}.ics`)
  for (let n = 0; n < 30; n++) expect((await guess(n)).status).toBe(404)
  const slowed = await guess(31)
  expect(slowed.status).toBe(429)
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  world.context.clock.advance(MINUTE)
  for (let n = 0; n < 20; n++) expect((await app.request(path)).status).toBe(200)
  expect((await app.request(path)).status).toBe(429)
  world.context.clock.advance(MINUTE)
  expect((await app.request(path)).status).toBe(200)
})

test('A calendar without meetings is one all the same.', async () => {
  const text = await read(await link(world.ben, null))
  expect(eventsIn(text).size).toBe(0)
  expect(text).toContain('BEGIN:VTIMEZONE')
})
