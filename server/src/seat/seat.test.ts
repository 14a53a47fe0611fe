import { changeCircle, unseatMember } from '@rondo/shared/circle/contract.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import * as contract from '@rondo/shared/seat/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { temporarySeats } from './temporary-seats.ts'

const SECRET = 'The parser reads backwards.'

let world: Awaited<ReturnType<typeof temporarySeats>>
let one: Meeting
beforeEach(async () => {
  world = await temporarySeats()
  one = await world.schedule(3)
})
afterEach(() => world.close())

const startsAt = () => (one.events[0]?.type === 'scheduled' ? one.events[0].startsAt : 0)
const open = () => world.goTo(startsAt() - HOUR)

/** Everything that somebody can be shown of the meeting, as one text. */
const shownTo = async (who: typeof world.ada | null): Promise<string> => {
  const params = { params: { meetingId: one.id } }
  const answers = [
    await world.ask(who, contract.readSeat, params),
    await world.ask(who, contract.readMySeats),
    await world.ask(who, meeting.readMeeting, params),
    await world.ask(who, meeting.listMeetings, { params: { circleId: world.circleId } }),
    await world.ask(who, listNotifications),
  ]
  const facts = await world.context.journal.readAfter(world.context.db.read, 0, 1000)
  const page = await world.context.documents.read(one.documentId, (doc) =>
    doc.getXmlFragment(BODY).toString(),
  )
  return JSON.stringify([answers.map(({ text }) => text), facts, page?.value])
}

test('Answers are shown after one’s own, and to nobody before: not in the API, the journal or the page.', async () => {
  await open()
  granted(await world.answer(world.ben, one.id, 1, SECRET))
  for (const who of [world.ada, world.eve, world.zoe, null]) expect(await shownTo(who)).not.toContain(SECRET)
  const seen = (await world.seatOf(world.ada, one.id)).prompts[1]
  expect(seen).toMatchObject({ answered: [world.ben.memberId], mine: null, others: null })
  granted(await world.answer(world.ada, one.id, 1, 'It does.'))
  const after = await world.seatOf(world.ada, one.id)
  expect(after.prompts[1]?.others).toMatchObject([{ memberId: world.ben.memberId, text: SECRET }])
  expect(after.prompts[0]?.others).toBeNull()
  expect(await shownTo(world.ada)).toContain(SECRET)
  expect(await shownTo(world.eve)).not.toContain(SECRET)
  expect(await shownTo(world.zoe)).not.toContain(SECRET)
})

test('Whoever is in the room reads what was answered to a part once it is that part’s turn.', async () => {
  await open()
  granted(await world.answer(world.ben, one.id, 1, SECRET))
  await world.goTo(startsAt())
  granted(await world.begin(one.id))
  expect(await shownTo(world.ada)).not.toContain(SECRET)
  const [from, to] = (await world.seatOf(world.ada, one.id)).prompts.map(({ segmentId }) => segmentId)
  granted(
    await world.ask(world.ada, meeting.enterSegment, { params: { meetingId: one.id }, body: { from, to } }),
  )
  expect(await shownTo(world.ada)).toContain(SECRET)
  expect(await shownTo(world.eve)).not.toContain(SECRET)
})

test('An answer is changed and taken back by whoever gave it, as they saw it; the second device is told.', async () => {
  await open()
  const first = granted(await world.answer(world.ben, one.id, 0, 'One')).prompts[0]?.mine
  expect(refused(await world.answer(world.ben, one.id, 0, 'Two'))).toMatchObject({
    status: 409,
    reason: 'seat.answer-moved',
  })
  const from = first?.changedAt ?? 0
  const second = granted(await world.answer(world.ben, one.id, 0, 'Two', from)).prompts[0]?.mine
  expect(second).toMatchObject({ text: 'Two', at: first?.at })
  const segmentId = (await world.seatOf(world.ben, one.id)).prompts[0]?.segmentId
  const withdraw = (seen: number) =>
    world.ask(world.ben, contract.withdrawAnswer, {
      params: { meetingId: one.id },
      body: { segmentId, from: seen },
    })
  expect(refused(await withdraw(from))).toMatchObject({ reason: 'seat.answer-moved' })
  expect(granted(await withdraw(second?.changedAt ?? 0)).prompts[0]).toMatchObject({
    mine: null,
    answered: [],
  })
})

test('What comes too early, too late, too long or to a part that is gone is refused and changes nothing.', async () => {
  expect(refused(await world.answer(world.ben, one.id, 0, 'Early'))).toMatchObject({
    status: 409,
    reason: 'seat.not-open',
  })
  await open()
  expect(refused(await world.answer(world.ben, one.id, 0, 'x'.repeat(4001))).status).toBe(400)
  expect(refused(await world.answer(world.ben, one.id, 0, '  ')).status).toBe(400)
  expect(refused(await world.answer(world.zoe, one.id, 0, 'Outside')).status).toBe(403)
  const body = { segmentId: '00000000-0000-4000-8000-00000000dead', text: 'Gone', from: null }
  const before = await dumpOf(world.context)
  expect(
    refused(await world.ask(world.ben, contract.giveAnswer, { params: { meetingId: one.id }, body })),
  ).toMatchObject({
    status: 409,
    reason: 'seat.segment-gone',
  })
  expect(await dumpOf(world.context)).toBe(before)
  await world.goTo(startsAt() + 48 * HOUR)
  expect(refused(await world.answer(world.ben, one.id, 0, 'Late'))).toMatchObject({
    status: 409,
    reason: 'seat.closed',
  })
})

test('In a confidential circle the seat of a meeting is as absent as one that never was.', async () => {
  await open()
  granted(await world.answer(world.ben, one.id, 1, SECRET))
  const params = { circleId: world.circleId }
  granted(await world.ask(world.ada, changeCircle, { params, body: { visibility: 'confidential' } }))
  const asked = async (id: string) =>
    (await world.ask(world.zoe, contract.readSeat, { params: { meetingId: id } })).text
  expect(await asked(one.id)).toBe(await asked('00000000-0000-4000-8000-00000000dead'))
})

test('The facilitator and the hosts change the window, from what they saw, and never into the past.', async () => {
  const set = (who: typeof world.ada, from: object, to: object) =>
    world.ask(who, meeting.setWindow, { params: { meetingId: one.id }, body: { from, to } })
  const usual = { before: 24 * 60, after: 48 * 60 }
  expect(refused(await set(world.ben, usual, { before: 0, after: 60 }))).toMatchObject({
    status: 403,
    reason: 'meeting.window-not-yours',
  })
  expect(refused(await set(world.ada, usual, { before: 60, after: -120 })).errors).toMatchObject([
    { field: 'to.after' },
  ])
  granted(await set(world.ada, usual, { before: 48 * 60, after: 72 * 60 }))
  expect(refused(await set(world.ada, usual, { before: 0, after: 60 }))).toMatchObject({
    reason: 'meeting.window-moved',
  })
  expect((await world.seatOf(world.ben, one.id)).window).toEqual({
    opensAt: startsAt() - 48 * HOUR,
    closesAt: startsAt() + 72 * HOUR,
  })
  await world.goTo(startsAt() + 3 * HOUR)
  expect(
    refused(await set(world.ada, { before: 48 * 60, after: 72 * 60 }, { before: 0, after: 60 })),
  ).toMatchObject({
    reason: 'meeting.window-past',
  })
})

test('Whether it was worth it is said once, by who was there, and told to nobody before all could say it.', async () => {
  await world.goTo(startsAt())
  granted(await world.begin(one.id))
  const rate = (who: typeof world.ada, mark: unknown) =>
    world.ask(who, contract.giveWorth, { params: { meetingId: one.id }, body: { mark } })
  expect(refused(await rate(world.ada, 5))).toMatchObject({ reason: 'seat.not-wrapped' })
  granted(await world.ask(world.ben, meeting.joinMeeting, { params: { meetingId: one.id } }))
  granted(await world.wrap(one.id))
  for (const mark of [0, 6, 2.5, 'x', null]) expect(refused(await rate(world.ada, mark)).status).toBe(400)
  expect((await world.seatOf(world.ada, one.id)).worthAsked).toBe('open')
  expect((await world.seatOf(world.eve, one.id)).worthAsked).toBeNull()
  await world.settled()
  const journal = async () => (await world.context.journal.readAfter(world.context.db.read, 0, 1000)).length
  const facts = await journal()
  granted(await rate(world.ada, 4))
  expect(refused(await rate(world.ada, 1))).toMatchObject({ status: 409, reason: 'seat.worth-given' })
  expect(refused(await rate(world.eve, 1))).toMatchObject({ status: 403, reason: 'seat.not-there' })
  expect(await journal()).toBe(facts)
  expect(await world.seatOf(world.ada, one.id)).toMatchObject({ worth: null, worthAsked: 'given' })
  // Beside who gave a mark stands no mark, and beside the marks nobody.
  const dump = JSON.parse(await dumpOf(world.context)) as [string, object[]][]
  const table = (name: string) => dump.find(([known]) => known === name)?.[1]
  expect(table('worth_given')?.map(Object.keys)).toEqual([['meetingId', 'memberId']])
  expect(table('worth_tally')).toMatchObject([{ mark: 4, count: 1 }])
  await world.goTo(startsAt() + 48 * HOUR)
  expect((await world.seatOf(world.ada, one.id)).worth).toBeNull()
})

test('Who was away is told on Today what was decided, what is theirs and what is asked of them, until they read it.', async () => {
  await world.goTo(startsAt())
  granted(await world.begin(one.id))
  const block = (n: number, kind: 'decision' | 'next' | 'question', line: string, who?: string) => ({
    type: 'capture' as const,
    id: `00000000-0000-4000-8000-0000000000c${n}` as CaptureId,
    kind,
    line,
    at: world.timers.now(),
    ...(who && { who: who as never }),
  })
  world.context.documents.change(one.documentId, world.ada.memberId, (doc) =>
    appendBlocks(doc, [
      block(1, 'decision', 'We read one version.'),
      block(2, 'next', 'Draw the map.', world.ben.memberId),
      block(3, 'next', 'Not his.', world.eve.memberId),
      block(4, 'question', 'Why two stacks?'),
    ]),
  )
  await world.caught(one.documentId)
  const waiting = async (who: typeof world.ada) => granted(await world.ask(who, contract.readMySeats))
  expect((await waiting(world.ben)).catchUps).toEqual([])
  granted(await world.wrap(one.id))
  const [missed] = (await waiting(world.ben)).catchUps
  const texts = (captures?: { text: string }[]) => captures?.map(({ text }) => text)
  expect([texts(missed?.decisions), texts(missed?.steps), texts(missed?.questions)]).toEqual([
    ['We read one version.'],
    ['Draw the map.'],
    ['Why two stacks?'],
  ])
  expect(missed).toMatchObject({ minutes: 1, more: 0 })
  expect(missed?.asked.length).toBeGreaterThan(0)
  expect([(await waiting(world.ada)).catchUps, (await waiting(world.zoe)).catchUps]).toEqual([[], []])
  granted(await world.ask(world.ben, contract.putAwayCatchUp, { params: { meetingId: one.id } }))
  granted(await world.ask(world.ben, contract.putAwayCatchUp, { params: { meetingId: one.id } }))
  expect((await waiting(world.ben)).catchUps).toEqual([])
  expect((await waiting(world.eve)).catchUps).toHaveLength(1)
  await world.goTo(startsAt() + 3 * DAY)
  expect((await waiting(world.eve)).catchUps).toMatchObject([{ asked: [] }])
})

test('Who said that they answer in their own time finds it on Today, with what is left.', async () => {
  granted(
    await world.ask(world.ben, meeting.answerRsvp, {
      params: { meetingId: one.id },
      body: { answer: 'own-time' },
    }),
  )
  const waiting = async () => granted(await world.ask(world.ben, contract.readMySeats)).toAnswer
  expect(await waiting()).toEqual([])
  await open()
  const before = await waiting()
  granted(await world.answer(world.ben, one.id, 0, 'Here I am.'))
  expect(await waiting()).toMatchObject([{ meetingId: one.id, given: 1, closesAt: startsAt() + 48 * HOUR }])
  expect((await waiting())[0]?.left).toEqual(before[0]?.left.slice(1))
  const mine = { circleId: world.circleId, memberId: world.ben.memberId }
  granted(await world.ask(world.ben, unseatMember, { params: mine }))
  expect(await waiting()).toEqual([])
})

test('Whoever leads next is told once, after the wrap.', async () => {
  const next = await world.schedule(10)
  await world.goTo(startsAt())
  granted(await world.begin(one.id))
  granted(await world.wrap(one.id))
  await world.goTo(world.timers.now() + 5 * MINUTE)
  const leader = granted(await world.ask(world.ada, meeting.readMeeting, { params: { meetingId: next.id } }))
    .events.flatMap((event) => ('roles' in event ? [event.roles.facilitator] : []))
    .at(-1)
  const told = async (who: typeof world.ada) =>
    granted(await world.ask(who, listNotifications)).notifications.filter(
      ({ about }) => about.kind === 'leads-next',
    )
  const heard = []
  for (const who of [world.ada, world.ben, world.eve])
    for (const { about } of await told(who))
      heard.push([who.memberId, 'meetingId' in about && about.meetingId])
  expect(heard).toEqual([[leader, next.id]])
})
