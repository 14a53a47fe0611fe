import {
  changeCircle,
  createCircle,
  joinCircle,
  seatMember,
  unseatMember,
} from '@rondo/shared/circle/contract.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meetings from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/notify/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryNotify } from './temporary-notify.ts'

let world: Awaited<ReturnType<typeof temporaryNotify>>
let ada: Principal
let ben: Principal
let eve: Principal
let circleId: string
let start: number

beforeEach(async () => {
  world = await temporaryNotify(['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = world.people as [Principal, Principal, Principal]
  start = world.context.clock.now()
  circleId = await circle('Reading')
})
afterEach(() => world.close())

const circle = async (name: string, visibility: 'open' | 'confidential' = 'open'): Promise<string> => {
  const body = { name, purpose: 'To read.', timeZone: 'Europe/Berlin', visibility }
  const { id } = granted(await world.ask(ada, createCircle, { body }))
  if (visibility === 'open') granted(await world.ask(ben, joinCircle, { params: { circleId: id } }))
  return id
}

const schedule = async (startsAt: number, title = 'Brown-bag', inCircle = circleId) => {
  const segments = [{ title: 'Check-in', minutes: 5 }]
  const named = { facilitatorId: ada.memberId, ...(inCircle === circleId && { noteTakerId: ben.memberId }) }
  const body = { title, format: 'learning-circle', startsAt, segments, ...named }
  const { id } = granted(
    await world.ask(ada, meetings.scheduleMeeting, { params: { circleId: inCircle }, body }),
  )
  return { params: { meetingId: id } }
}

const told = async (who: Principal) => {
  const { notifications } = granted(await world.ask(who, contract.listNotifications))
  return notifications.map(({ about, title, roles }) => [
    about.kind,
    title,
    roles.filter((role) => role !== 'presenter'),
  ])
}

const plain = (index: number): string => {
  const raw = world.mailServer.got[index]?.raw ?? ''
  const unfolded = raw.replaceAll(/\r?\n[ \t]+/g, ' ')
  return unfolded.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
}

test('A day before a meeting everybody in the circle is reminded, here and by mail, with their role.', async () => {
  await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY - 1)
  expect([await told(ada), world.mailServer.got]).toEqual([[], []])
  await world.goTo(start + 2 * DAY)
  expect(await told(ada)).toEqual([['reminder', 'Brown-bag', ['facilitator']]])
  expect(await told(ben)).toEqual([['reminder', 'Brown-bag', ['note-taker']]])
  expect(await told(eve)).toEqual([])
  expect(new Set(world.mailServer.got.flatMap(({ to }) => to))).toEqual(
    new Set(['ada@example.org', 'ben@example.org']),
  )
  const toAda = world.mailServer.got.findIndex(({ to }) => to.includes('ada@example.org'))
  expect(plain(toAda)).toContain('Subject: Sun 8 Mar, 18:00: Brown-bag, in Reading')
  expect(plain(toAda)).toContain('You facilitate.')
  expect(plain(toAda)).toContain('Sun 8 Mar, 18:00, your time (Berlin)')
  expect(plain(toAda)).toMatch(/^List-Unsubscribe: +<http:\/\/localhost:3000\/unsubscribe\//m)
  expect(plain(toAda)).toContain('Content-Type: text/html')
  await world.goTo(start + 5 * DAY)
  expect(world.mailServer.got).toHaveLength(2)
})

test('Of a meeting that was still to come when its circle was archived nobody is reminded.', async () => {
  await schedule(start + 3 * DAY)
  await world.context.db.writer.updateTable('circle').set({ status: 'archived' }).execute()
  await world.goTo(start + 3 * DAY)
  expect([await told(ada), world.mailServer.got]).toEqual([[], []])
})

test('Mails are in the language and the zone of whoever gets them.', async () => {
  await world.context.db.writer
    .updateTable('member')
    .set({ locale: 'de', timeZone: 'America/New_York' })
    .where('id', '=', ben.memberId)
    .execute()
  await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY)
  const toBen = plain(world.mailServer.got.findIndex(({ to }) => to.includes('ben@example.org')))
  expect(toBen).toContain('Content-Language: de')
  expect(toBen).toContain('Du schreibst mit.')
  // New York changes its clocks on this day, Berlin three weeks later.
  expect(toBen).toContain('13:00')
})

test('What is due within the hour is one mail, and nobody gets another before the hour is over.', async () => {
  for (const minutes of [0, 20, 59, 61]) await schedule(start + 3 * DAY + minutes * MINUTE, `At ${minutes}`)
  await world.goTo(start + 2 * DAY)
  const mails = () => world.mailServer.got.filter(({ to }) => to.includes('ada@example.org'))
  expect(mails()).toHaveLength(1)
  expect(await told(ada)).toEqual([['reminder', 'At 0', ['facilitator']]])
  for (const title of ['At 0', 'At 20', 'At 59']) expect(mails()[0]?.raw).toContain(title)
  await world.goTo(start + 2 * DAY + HOUR)
  expect(mails()).toHaveLength(1)
  expect(await told(ada)).toHaveLength(3)
  await world.goTo(start + 3 * DAY)
  expect(mails()).toHaveLength(2)
  expect(mails()[1]?.raw).toContain('At 61')
})

test('A moved meeting moves its reminder, and the others are told.', async () => {
  const meeting = await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY - 10 * MINUTE)
  const body = { startsAt: start + 5 * DAY }
  granted(await world.ask(ada, meetings.changeMeeting, { ...meeting, body }))
  await world.goTo(start + 3 * DAY)
  expect([await told(ada), await told(ben)]).toEqual([[], [['moved', 'Brown-bag', ['note-taker']]]])
  await world.goTo(start + 4 * DAY)
  expect(await told(ada)).toEqual([['reminder', 'Brown-bag', ['facilitator']]])
})

test('A cancelled meeting withdraws its reminder, and the others are told.', async () => {
  const meeting = await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY - 10 * MINUTE)
  granted(await world.ask(ada, meetings.cancelMeeting, { ...meeting, body: { reason: 'Snow' } }))
  await world.goTo(start + 5 * DAY)
  expect([await told(ada), await told(ben)]).toEqual([[], [['cancelled', 'Brown-bag', ['note-taker']]]])
  const [mail] = world.mailServer.got
  expect(world.mailServer.got).toHaveLength(1)
  expect(mail?.raw).toContain('Cancelled')
})

test('A meeting that is less than a day away is reminded of at once; one that has begun never.', async () => {
  await schedule(start + 2 * HOUR)
  await world.settled()
  expect(await told(ben)).toEqual([['reminder', 'Brown-bag', ['note-taker']]])
  await schedule(start + 30 * DAY, 'Far')
  await world.settled()
  await world.context.jobs.stop()
  expect(await told(ben)).toHaveLength(1)
})

test('Whoever may not read a thing any more is told nothing of it, not even what waits for its mail.', async () => {
  const secret = await circle('Salaries', 'confidential')
  const seat = { params: { circleId: secret }, body: { memberId: ben.memberId } }
  granted(await world.ask(ada, seatMember, seat))
  await schedule(start + 3 * DAY, 'Pay', secret)
  await world.goTo(start + 2 * DAY - HOUR)
  granted(await world.ask(ada, unseatMember, { params: { circleId: secret, memberId: ben.memberId } }))
  await world.goTo(start + 3 * DAY)
  expect(await told(ben)).toEqual([])
  expect(world.mailServer.got.map(({ to }) => to)).toEqual([['ada@example.org']])
  // Mails travel: they name neither a confidential circle nor its meetings.
  expect(world.mailServer.got[0]?.raw).not.toMatch(/Salaries|Pay/)
})

test('What was shown disappears with the right to read it.', async () => {
  await schedule(start + HOUR)
  await world.settled()
  granted(await world.ask(ben, unseatMember, { params: { circleId, memberId: ben.memberId } }))
  granted(await world.ask(ada, changeCircle, { params: { circleId }, body: { visibility: 'confidential' } }))
  expect(granted(await world.ask(ben, contract.listNotifications))).toEqual({ notifications: [], unread: 0 })
})

test('Reading is marked, counted and told to the reader alone; nobody marks what is another’s.', async () => {
  await schedule(start + HOUR)
  await world.settled()
  const [first] = granted(await world.ask(ben, contract.listNotifications)).notifications
  const body = { ids: [first?.id] }
  granted(await world.ask(eve, contract.readNotifications, { body }))
  expect(granted(await world.ask(ben, contract.listNotifications)).unread).toBe(1)
  granted(await world.ask(ben, contract.readNotifications, { body }))
  expect(granted(await world.ask(ben, contract.listNotifications)).unread).toBe(0)
  const facts = await world.context.journal.readAfter(world.context.db.read, 0, 1000)
  const heard = facts.flatMap(({ name, audience }) => (name === 'notifications.changed' ? [audience] : []))
  expect(heard).toEqual([
    { members: [ada.memberId] },
    { members: [ben.memberId] },
    { members: [ben.memberId] },
  ])
})

test('A topic is turned off here or by mail, each by itself.', async () => {
  granted(await world.ask(ada, contract.choose, { body: { topic: 'reminders', here: false } }))
  granted(await world.ask(ben, contract.choose, { body: { topic: 'reminders', mail: false } }))
  await schedule(start + 3 * DAY)
  await world.goTo(start + 3 * DAY)
  expect([await told(ada), await told(ben)]).toEqual([[], [['reminder', 'Brown-bag', ['note-taker']]]])
  expect(world.mailServer.got.map(({ to }) => to)).toEqual([['ada@example.org']])
})

test('The link of a mail ends mails of its kind without signing in, and looking at it changes nothing.', async () => {
  await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY)
  const index = world.mailServer.got.findIndex(({ to }) => to.includes('ben@example.org'))
  const token = /List-Unsubscribe: +<\S+unsubscribe\/([^>]+)>/.exec(plain(index))?.[1] ?? ''
  const looked = granted(await world.ask(null, contract.readSubscription, { body: { token } }))
  expect(looked).toMatchObject({ topic: 'reminders', isOn: true })
  expect(granted(await world.ask(null, contract.unsubscribe, { body: { token } })).isOn).toBe(false)
  expect(granted(await world.ask(null, contract.unsubscribe, { body: { token } })).isOn).toBe(false)
  const { choices } = granted(await world.ask(ben, contract.listChoices))
  expect(choices.filter(({ mail }) => !mail).map(({ topic }) => topic)).toEqual(['reminders'])
  await schedule(start + 6 * DAY)
  await world.goTo(start + 6 * DAY)
  expect(world.mailServer.got.filter(({ to }) => to.includes('ben@example.org'))).toHaveLength(1)
})

test('A link that we did not sign ends nothing.', async () => {
  await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY)
  const index = world.mailServer.got.findIndex(({ to }) => to.includes('ben@example.org'))
  const token = /List-Unsubscribe: +<\S+unsubscribe\/([^>]+)>/.exec(plain(index))?.[1] ?? ''
  const forged = [
    token.replace(ben.memberId, ada.memberId),
    token.replace('reminders', 'all'),
    token.slice(0, -1),
    'a.b.c',
    token.replace(ben.memberId, 'x'),
  ]
  const before = await dumpOf(world.context)
  for (const one of forged)
    expect(refused(await world.ask(null, contract.unsubscribe, { body: { token: one } })).status).toBe(404)
  expect(await dumpOf(world.context)).toBe(before)
})

test('A mail that is not taken is tried again; one that is refused is not; one in doubt is not sent twice.', async () => {
  granted(await world.ask(ben, contract.choose, { body: { topic: 'reminders', mail: false } }))
  const states = async () =>
    (await world.context.db.writer.selectFrom('mail').select('state').orderBy('createdAt').execute()).map(
      ({ state }) => state,
    )
  world.mailServer.answerWith('later')
  await schedule(start + 3 * DAY)
  await world.goTo(start + 2 * DAY)
  expect(await states()).toEqual(['waiting'])
  world.mailServer.answerWith('take')
  await world.goTo(start + 2 * DAY + 2 * MINUTE)
  expect(await states()).toEqual(['sent'])
  expect(world.mailServer.got).toHaveLength(2)
  world.mailServer.answerWith('refuse')
  await schedule(start + 5 * DAY)
  await world.goTo(start + 5 * DAY)
  world.mailServer.answerWith('hang-up')
  await schedule(start + 9 * DAY)
  await world.goTo(start + 9 * DAY)
  expect(await states()).toEqual(['sent', 'refused', 'in-doubt'])
  expect(world.mailServer.got).toHaveLength(4)
})

test('A mail whose handing over was cut off by the end of the server is in doubt, and not sent again.', async () => {
  await world.context.db.writer
    .insertInto('mail')
    .values({
      id: world.context.ids.next<'mail'>(),
      memberId: ben.memberId,
      notifications: '[]',
      createdAt: start,
      state: 'sending',
      tries: 0,
    })
    .execute()
  await world.mailing.start()
  const row = await world.context.db.writer.selectFrom('mail').select('state').executeTakeFirst()
  expect(row?.state).toBe('in-doubt')
})

test('Whoever says that they do not come is not reminded.', async () => {
  const meeting = await schedule(start + 3 * DAY)
  granted(await world.ask(ben, meetings.answerRsvp, { ...meeting, body: { answer: 'not-this-time' } }))
  await world.goTo(start + 3 * DAY)
  expect([await told(ada), await told(ben)]).toEqual([[['reminder', 'Brown-bag', ['facilitator']]], []])
})
