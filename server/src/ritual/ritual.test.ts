import { createCircle, joinCircle, moveCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meetings from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import { changeRitual, listRituals } from '@rondo/shared/ritual/contract.ts'
import { acceptTurn, declineTurn, readRotation } from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryRituals } from './temporary-ritual.ts'

let world: Awaited<ReturnType<typeof temporaryRituals>>
let people: readonly Principal[]
let circleId: string
let start: number

beforeEach(async () => {
  world = await temporaryRituals(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'])
  people = world.people
  start = world.context.clock.now()
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  circleId = granted(await world.ask(who(0), createCircle, { body })).id
  for (const index of [1, 2, 3]) {
    await world.goTo(start + index * MINUTE)
    granted(await world.ask(who(index), joinCircle, { params: { circleId } }))
  }
})
afterEach(() => world.close())

const who = (index: number): Principal => {
  const person = people[index]
  if (person === undefined) throw new Error('There are five people.')
  return person
}

const told = async (index: number) => {
  const { notifications } = granted(await world.ask(who(index), listNotifications))
  return notifications.map(({ about }) => about.kind).filter((kind) => kind !== 'reminder')
}

const set = (name: string, wish: object, index = 0) =>
  world.ask(who(index), changeRitual, { params: { circleId, name }, body: wish })

const schedule = async (format: 'brown-bag' | 'demo-day' | 'learning-circle', startsAt: number) => {
  const { segments } = formatIn('en', format)
  const body = { title: format, format, startsAt, segments }
  return granted(await world.ask(who(0), meetings.scheduleMeeting, { params: { circleId }, body }))
}

const win = async (line: string, n: number) => {
  const page = granted(await world.ask(who(1), createPage, { body: { title: `Page ${n}`, circleId } }))
  const id = `00000000-0000-4000-8000-0000000000c${n}` as CaptureId
  const block = { type: 'capture' as const, id, kind: 'win' as const, line, at: world.context.clock.now() }
  world.context.documents.change(page.documentId, who(1).memberId, (doc) => appendBlocks(doc, [block]))
  await world.caught(page.documentId)
}

const winsMeetings = async () => {
  const all = granted(await world.ask(who(0), meetings.listMeetings, { params: { circleId } })).meetings
  const read = await Promise.all(
    all.map(async ({ id }) =>
      granted(await world.ask(who(0), meetings.readMeeting, { params: { meetingId: id } })),
    ),
  )
  return read.filter(({ format }) => format === 'friday-wins').toSorted((a, b) => a.number - b.number)
}

const textOf = async (documentId: string) => (await world.context.documents.read(documentId, readText))?.value

// The world begins on a Thursday at 18:00 in Berlin.
const friday = () => start + 21 * HOUR

test('Friday wins open at their hour with a draft of the week’s wins, and everybody in the circle is told.', async () => {
  granted(await set('friday-wins', { version: 0, isOn: true }))
  await win('The build is twice as fast', 1)
  await world.goTo(friday() - 1)
  expect(await winsMeetings()).toEqual([])
  await world.goTo(friday())
  const [wins, ...others] = await winsMeetings()
  expect([wins?.title, others]).toEqual(['Friday wins', []])
  const text = (await textOf(wins?.documentId ?? '')) ?? ''
  expect(text).toContain('The build is twice as fast')
  const [first] = (await world.context.documents.read(wins?.documentId ?? '', readSegments))?.value ?? []
  expect(text.indexOf('The build is twice as fast')).toBeGreaterThan(text.indexOf('Wins of the week'))
  expect(first?.minutes).toBe(15)
  for (const index of [0, 1, 2, 3]) expect(await told(index)).toEqual(['wins-open'])
  expect(await told(4)).toEqual([])
})

test('Wins of the week before do not come again, and each week opens once, whatever restarts there are.', async () => {
  granted(await set('friday-wins', { version: 0, isOn: true }))
  await win('First', 1)
  await world.goTo(friday())
  await world.sleepUntil(friday() + MINUTE)
  await win('Second', 2)
  await world.goTo(friday() + 7 * DAY)
  const [one, two, ...others] = await winsMeetings()
  expect(others).toEqual([])
  expect(await textOf(one?.documentId ?? '')).toContain('First')
  const text = await textOf(two?.documentId ?? '')
  expect([text?.includes('First'), text?.includes('Second')]).toEqual([false, true])
})

test('After three weeks without a server Friday wins open once.', async () => {
  granted(await set('friday-wins', { version: 0, isOn: true }))
  await world.sleepUntil(friday() + 20 * DAY)
  expect(await winsMeetings()).toHaveLength(1)
  await world.goTo(friday() + 21 * DAY)
  expect(await winsMeetings()).toHaveLength(2)
})

test('The wins go into the meeting that the circle has planned for them.', async () => {
  granted(await set('friday-wins', { version: 0, isOn: true }))
  const { segments } = formatIn('en', 'friday-wins')
  const body = { title: 'Our Friday', format: 'friday-wins', startsAt: friday() + HOUR, segments }
  granted(await world.ask(who(2), meetings.scheduleMeeting, { params: { circleId }, body }))
  await win('Nobody was paged', 1)
  await world.goTo(friday() + 3 * HOUR)
  const [wins, ...others] = await winsMeetings()
  expect([wins?.title, others]).toEqual(['Our Friday', []])
  expect(await textOf(wins?.documentId ?? '')).toContain('Nobody was paged')
})

test('A ritual that is off does nothing; only a host turns it on, and of two at once the later one is told.', async () => {
  await world.goTo(friday() + DAY)
  expect(await winsMeetings()).toEqual([])
  expect(refused(await set('friday-wins', { version: 0, isOn: true }, 1)).status).toBe(403)
  granted(await set('friday-wins', { version: 0, isOn: true }))
  const late = refused(await set('friday-wins', { version: 0, hour: { weekday: 4, time: '12:00' } }))
  expect(late).toMatchObject({ status: 409, detail: 'Ada changed this ritual meanwhile.' })
  granted(await set('friday-wins', { version: 1, isOn: false }))
  await world.goTo(friday() + 9 * DAY)
  expect(await winsMeetings()).toEqual([])
  expect(refused(await set('brown-bag', { version: 0, hour: { weekday: 1, time: '12:00' } })).status).toBe(
    400,
  )
  expect(refused(await world.ask(who(4), listRituals, { params: { circleId } })).status).toBe(403)
})

const presenterCell = async (meetingId: string) => {
  const { meetings: all } = granted(await world.ask(who(0), readRotation, { params: { circleId } }))
  const cell = all.find((one) => one.meetingId === meetingId)?.cells.find(({ role }) => role === 'presenter')
  if (cell === undefined) throw new Error('The rota knows no presenter')
  return cell
}

const answer = async (meetingId: string, contract: typeof acceptTurn) => {
  const { memberId, version } = await presenterCell(meetingId)
  const index = people.findIndex((person) => person.memberId === memberId)
  const body = { seen: { memberId, version } }
  granted(await world.ask(who(index), contract, { params: { meetingId, role: 'presenter' }, body }))
  await world.settled()
  return index
}

const asked = async () => {
  const all = await Promise.all([0, 1, 2, 3].map((index) => told(index)))
  return all.flatMap((kinds, index) => (kinds.includes('slot-offered') ? [index] : []))
}

test('Three days before a brown-bag whom the rota proposes is asked; after two declines it is an open mic.', async () => {
  const { id } = await schedule('brown-bag', start + 10 * DAY)
  await world.goTo(start + 7 * DAY - 1)
  expect(await asked()).toEqual([])
  await world.goTo(start + 7 * DAY)
  expect(await asked()).toHaveLength(1)
  const first = await answer(id, declineTurn)
  expect(await asked()).toHaveLength(2)
  const second = await answer(id, declineTurn)
  expect(second).not.toBe(first)
  expect(new Set(await asked())).toEqual(new Set([first, second]))
  for (const index of [0, 1, 2, 3]) expect(await told(index)).toContain('open-mic')
  expect(await presenterCell(id)).toMatchObject({ memberId: null, state: 'left-open' })
  await world.sleepUntil(start + 8 * DAY)
  for (const index of [0, 1, 2, 3])
    expect((await told(index)).filter((kind) => kind === 'open-mic')).toHaveLength(1)
})

test('Whoever accepted is not asked again, and a brown-bag whose presenter is named asks nobody.', async () => {
  const { id } = await schedule('brown-bag', start + 10 * DAY)
  await answer(id, acceptTurn)
  await world.goTo(start + 10 * DAY - 1)
  expect(await asked()).toEqual([])
})

test('A circle that turned it off asks nobody, and other formats neither.', async () => {
  granted(await set('brown-bag', { version: 0, isOn: false }))
  await schedule('brown-bag', start + 5 * DAY)
  await schedule('learning-circle', start + 6 * DAY)
  await world.goTo(start + 6 * DAY - 1)
  expect(await asked()).toEqual([])
})

test('In a circle that was archived before its last brown-bag nobody is asked, and nothing changes.', async () => {
  const { id } = await schedule('brown-bag', start + 10 * DAY)
  const inCircle = { circleId }
  for (const [from, to] of [
    ['active', 'closing'],
    ['closing', 'archived'],
  ])
    granted(await world.ask(who(0), moveCircle, { params: inCircle, body: { from, to } }))
  await world.goTo(start + 8 * DAY)
  const turns = await world.context.db.read
    .selectFrom('rotaTurn')
    .selectAll()
    .where('meetingId', '=', id)
    .execute()
  expect([await asked(), turns]).toEqual([[], []])
})

test('At a demo day whoever is next is called when a slot is up, once, and the slot goes on.', async () => {
  const meeting = await schedule('demo-day', start + DAY)
  const params = { meetingId: meeting.id }
  const agenda = (await world.context.documents.read(meeting.documentId, readSegments))?.value ?? []
  const leads = [who(2).memberId, who(3).memberId]
  world.context.documents.change(meeting.documentId, who(0).memberId, (doc) => {
    const blocks = doc.getXmlFragment('body').toArray()
    for (const [index, lead] of leads.entries()) {
      const id = agenda[index + 2]?.id
      const block = blocks.find((one) => 'getAttribute' in one && one.getAttribute('id') === id)
      if (block !== undefined && 'setAttribute' in block) block.setAttribute('lead', lead)
    }
  })
  await world.goTo(start + DAY)
  granted(await world.ask(who(0), meetings.startMeeting, { params }))
  const enter = { from: agenda[0]?.id, to: agenda[2]?.id }
  const events = granted(await world.ask(who(0), meetings.readMeeting, { params })).events
  const leader = events.flatMap((event) => (event.type === 'scheduled' ? [event.roles.facilitator] : []))[0]
  const leading = people.findIndex(({ memberId }) => memberId === leader)
  granted(await world.ask(who(Math.max(0, leading)), meetings.enterSegment, { params, body: enter }))
  await world.goTo(start + DAY + 10 * MINUTE - 1)
  expect((await told(3)).filter((kind) => kind === 'up-next')).toEqual([])
  await world.goTo(start + DAY + 30 * MINUTE)
  expect((await told(3)).filter((kind) => kind === 'up-next')).toEqual(['up-next'])
  const now = granted(await world.ask(who(0), meetings.readMeeting, { params })).events
  expect(now.filter(({ type }) => type === 'segment-entered')).toHaveLength(2)
})

test('After two meetings in a row that nobody started the next facilitator is asked how the circle goes on.', async () => {
  await schedule('learning-circle', start + DAY)
  await schedule('learning-circle', start + 2 * DAY)
  await schedule('learning-circle', start + 9 * DAY)
  await world.goTo(start + 2 * DAY)
  const drifting = async () => {
    const all = await Promise.all([0, 1, 2, 3].map((index) => told(index)))
    return all.map((kinds) => kinds.filter((kind) => kind === 'drift').length)
  }
  expect(await drifting()).toEqual([0, 0, 0, 0])
  await world.goTo(start + 4 * DAY)
  expect((await drifting()).reduce((sum, times) => sum + times, 0)).toBe(1)
  await world.sleepUntil(start + 8 * DAY)
  expect((await drifting()).reduce((sum, times) => sum + times, 0)).toBe(1)
})

test('Whose meeting fell through is named in the next one within a day, though nobody does anything.', async () => {
  const leads = async ({ id }: { id: string }) => {
    const { events } = granted(await world.ask(who(0), meetings.readMeeting, { params: { meetingId: id } }))
    const state = foldMeeting(events)
    return state.phase === 'unscheduled' ? null : state.roles.facilitator
  }
  const first = await schedule('learning-circle', start + DAY)
  const next = await schedule('learning-circle', start + 5 * DAY)
  const whose = await leads(first)
  expect(await leads(next)).not.toBe(whose)
  await world.goTo(start + 3 * DAY)
  expect(await leads(next)).toBe(whose)
})

test('What is confidential stays so: a win told in a circle names its people to those who may see them.', async () => {
  granted(await world.ask(who(0), seatMember, { params: { circleId }, body: { memberId: who(4).memberId } }))
  granted(await set('friday-wins', { version: 0, isOn: true }))
  await win(`Thanks to @[${who(2).memberId}]`, 1)
  await world.goTo(friday())
  const [wins] = await winsMeetings()
  const named = await world.context.documents.read(wins?.documentId ?? '', (doc) =>
    readText(doc, { member: (id) => `<${id}>` }),
  )
  expect(named?.value).toContain('Thanks to')
})
