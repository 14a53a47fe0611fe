import {
  listCaptures,
  listCarriedOver,
  settleUndiscussed,
  tickCapture,
} from '@rondo/shared/capture/contract.ts'
import { createCircle, joinCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as contract from '@rondo/shared/meeting/contract.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { readPage } from '@rondo/shared/page/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { captureProjection, captureRoutes } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { pageRoutes } from '../page/index.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotationRoutes } from '../rotation/index.ts'
import { rotaMeetings } from './rota-meetings.ts'
import { meetingRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof world>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal
let circleId: string

const world = async () => ({ ...(await temporaryContext()), documents: temporaryDocuments() })

beforeEach(async () => {
  context = await world()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    rotationRoutes(app, context, rotaMeetings)
    pageRoutes(app, context)
    captureRoutes(app, context)
    meetingRoutes(app, context)
  })
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  circleId = granted(await ask(ada, createCircle, { body })).id
  context.clock.advance(MINUTE)
  granted(await ask(ben, joinCircle, { params: { circleId } }))
})
afterEach(() => context.close())

const { segments } = formatIn('en', 'brown-bag')

const plan = (more: object = {}) => ({
  title: 'Brown-bag',
  format: 'brown-bag',
  startsAt: context.clock.now() + DAY,
  segments,
  ...more,
})

const schedule = async (more: object = {}): Promise<{ meeting: Meeting; params: { meetingId: string } }> => {
  const meeting = granted(
    await ask(ada, contract.scheduleMeeting, { params: { circleId }, body: plan(more) }),
  )
  return { meeting, params: { meetingId: meeting.id } }
}

const read = async (meetingId: string) =>
  granted(await ask(ada, contract.readMeeting, { params: { meetingId } }))

/** A meeting that is live, with everybody of the circle in it. */
const live = async (more: object = {}) => {
  const scheduled = await schedule(more)
  granted(await ask(ada, contract.startMeeting, { params: scheduled.params }))
  granted(await ask(ben, contract.joinMeeting, { params: scheduled.params }))
  return scheduled
}

const agendaOf = async ({ documentId }: Meeting): Promise<string[]> => {
  const looked = await context.documents.read(documentId, (doc) => readSegments(doc))
  return looked?.value.map(({ id }) => id) ?? []
}

const caught = async (meeting: Meeting, kind: 'next' | 'question', n: number) => {
  const id = `00000000-0000-4000-8000-0000000000c${n}` as CaptureId
  const block = { type: 'capture' as const, id, kind, line: `Number ${n}`, at: context.clock.now() }
  context.documents.change(meeting.documentId, ben.memberId, (doc) => appendBlocks(doc, [block]))
  await projectDocument(context, context.documents, captureProjection(context), meeting.documentId)
  return id
}

test('Scheduling makes the page at once, with the segments as its outline.', async () => {
  const { meeting } = await schedule()
  expect(meeting).toMatchObject({ number: 1, plannedMinutes: 60, previous: null, next: null, mayWrite: true })
  const page = granted(await ask(ben, readPage, { params: { pageId: meeting.pageId } }))
  expect(page).toMatchObject({ kind: 'show-notes', title: 'Brown-bag', meetingId: meeting.id })
  expect(page.outline.map(({ text }) => text)).toEqual(segments.map(({ title }) => title))
})

test('Roles that are left out follow the rota; of two people one has two of the three.', async () => {
  const { meeting } = await schedule()
  expect(foldMeeting(meeting.events)).toMatchObject({
    roles: { facilitator: ada.memberId, presenter: ben.memberId, 'note-taker': ada.memberId },
  })
  const second = await schedule()
  expect(foldMeeting(second.meeting.events)).toMatchObject({
    roles: { facilitator: ben.memberId, presenter: ada.memberId, 'note-taker': ben.memberId },
  })
  expect(second.meeting.previous?.id).toBe(meeting.id)
  expect((await read(meeting.id)).next?.id).toBe(second.meeting.id)
})

test('Whoever is named for a role must sit in the circle; otherwise nothing is made.', async () => {
  const before = await dumpOf(context)
  const heads = await context.documents.heads()
  const body = plan({ presenterId: eve.memberId, noteTakerId: eve.memberId })
  const answer = refused(await ask(ada, contract.scheduleMeeting, { params: { circleId }, body }))
  expect(answer.errors?.map(({ field }) => field)).toEqual(['presenterId', 'noteTakerId'])
  expect(await dumpOf(context)).toBe(before)
  expect(await context.documents.heads()).toEqual(heads)
})

test('A whole meeting: its facts fold to what a fresh read folds to, and the ledger says who served.', async () => {
  const { meeting, params } = await live()
  const items = (await read(meeting.id)).events
  const first = items.flatMap((event) => (event.type === 'segment-entered' ? [event.segmentId] : []))[0]
  const ids = await agendaOf(meeting)
  expect(ids[0]).toBe(first)
  const move = { from: first, to: ids[1] }
  granted(await ask(ada, contract.enterSegment, { params, body: move }))
  const handOver = { role: 'facilitator', from: ada.memberId, to: ben.memberId }
  granted(await ask(ada, contract.handOverRole, { params, body: handOver }))
  granted(await ask(ben, contract.wrapMeeting, { params, body: { noNextStep: false } }))

  const facts = await context.journal.readAfter(context.db.read, 0, 1000)
  const told: MeetingEvent[] = facts.flatMap((fact) =>
    fact.name === 'meeting.event-recorded' ? [fact.payload.event] : [],
  )
  const fresh = await read(meeting.id)
  expect(told).toEqual(fresh.events)
  expect(foldMeeting(told)).toEqual(foldMeeting(fresh.events))
  expect(fresh.events.map(({ seq }) => seq)).toEqual(fresh.events.map((_, index) => index + 1))

  const rotation = granted(await ask(ben, readRotation, { params: { circleId } }))
  expect(new Set(rotation.ledger.map(({ role, memberId }) => `${role} ${memberId}`))).toEqual(
    new Set([
      `facilitator ${ada.memberId}`,
      `facilitator ${ben.memberId}`,
      `presenter ${ben.memberId}`,
      `note-taker ${ada.memberId}`,
    ]),
  )
  expect(rotation.ledger).toHaveLength(4)
  expect(rotation.turns).toHaveLength(4)
  const seenByOthers = granted(await ask(eve, readRotation, { params: { circleId } }))
  expect(seenByOthers).toMatchObject({ turns: rotation.turns, ledger: [], tallies: [] })
})

test('What was said about the next step at the end is in the log, and in no other one.', async () => {
  const asked = async (noNextStep: boolean) => {
    const { meeting, params } = await live({ facilitatorId: ada.memberId })
    granted(await ask(ada, contract.wrapMeeting, { params, body: { noNextStep } }))
    return foldMeeting((await read(meeting.id)).events)
  }
  expect(await asked(true)).toMatchObject({ phase: 'wrapped', noNextStep: true })
  expect(await asked(false)).toMatchObject({ phase: 'wrapped', noNextStep: false })
  const { params } = await live({ facilitatorId: ada.memberId })
  const before = await dumpOf(context)
  const unsaid = refused(await ask(ada, contract.wrapMeeting, { params, body: {} }))
  expect(unsaid.errors?.map(({ field }) => field)).toEqual(['noNextStep'])
  expect(await dumpOf(context)).toBe(before)
})

test('Of two who start at once one wins and the other is told who.', async () => {
  const { params } = await schedule()
  const answers = await Promise.all([
    ask(ada, contract.startMeeting, { params }),
    ask(ben, contract.startMeeting, { params }),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const lost = refused(answers.find(({ ok }) => !ok) ?? answers[0])
  expect(lost.reason).toBe('meeting.already-started')
  expect(lost.detail).toContain(answers[0].ok ? 'Ada' : 'Ben')
})

test('Of two who move the light at once one wins and the other is told who.', async () => {
  const { meeting, params } = await live({ segments: segments.slice(0, 3) })
  const [from, to, other] = await agendaOf(meeting)
  const answers = await Promise.all([
    ask(ada, contract.enterSegment, { params, body: { from, to } }),
    ask(ada, contract.enterSegment, { params, body: { from, to: other } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 409])
  expect(refused(answers[1])).toMatchObject({
    reason: 'meeting.segment-moved',
    detail: 'Somebody moved to another segment meanwhile. It was Ada.',
  })
})

test('Twenty people who join at once make a log without gaps.', async () => {
  const { meeting, params } = await schedule()
  granted(await ask(ada, contract.startMeeting, { params }))
  await Promise.all(Array.from({ length: 20 }, () => ask(ben, contract.joinMeeting, { params })))
  const { events } = await read(meeting.id)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(events.filter(({ type }) => type === 'joined')).toHaveLength(2)
})

test('The log is append-only: the database itself refuses.', async () => {
  await live()
  await expect(context.db.writer.deleteFrom('meetingEvent').execute()).rejects.toThrow('append-only')
  await expect(context.db.writer.updateTable('meetingEvent').set({ at: 1 }).execute()).rejects.toThrow(
    'append-only',
  )
})

test('A reader of an open circle sees the meeting, and takes no part in it.', async () => {
  const { params } = await schedule()
  expect(granted(await ask(eve, contract.readMeeting, { params })).mayWrite).toBe(false)
  const before = await dumpOf(context)
  for (const what of [contract.startMeeting, contract.joinMeeting])
    expect((await ask(eve, what, { params })).status).toBe(403)
  expect((await ask(eve, contract.wrapMeeting, { params, body: { noNextStep: true } })).status).toBe(403)
  expect((await ask(eve, contract.answerRsvp, { params, body: { answer: 'there' } })).status).toBe(403)
  expect(await dumpOf(context)).toBe(before)
})

test('A confidential circle shows outsiders nothing of its meetings.', async () => {
  const body = { name: 'Secret', purpose: 'Canary', visibility: 'confidential', timeZone: 'Europe/Berlin' }
  circleId = granted(await ask(ada, createCircle, { body })).id
  const { params } = await schedule()
  const nowhere = { meetingId: '11111111-1111-4111-8111-111111111111' }
  const questions: Contract[] = [
    contract.readMeeting,
    contract.startMeeting,
    contract.joinMeeting,
    listCarriedOver,
  ]
  for (const what of questions) {
    const there = await ask(ben, what, { params })
    expect(there.status).toBe(404)
    expect(there.text).toBe((await ask(ben, what, { params: nowhere })).text)
  }
  const looking = vi.spyOn(context.db.read, 'selectFrom')
  const readings: Contract[] = [contract.readMeeting, listCarriedOver]
  for (const what of readings) {
    const looks = async (where: Record<string, string>) => {
      looking.mockClear()
      await ask(ben, what, { params: where })
      return looking.mock.calls.length
    }
    expect(await looks(params), 'as much is looked up as where there is none').toBe(await looks(nowhere))
  }
  const reading = vi.spyOn(context.documents, 'read')
  await ask(ben, contract.startMeeting, { params })
  expect(reading, 'its page is not even looked at').not.toHaveBeenCalled()
  granted(await ask(ada, contract.startMeeting, { params }))
  expect(reading).toHaveBeenCalled()
  const list = await ask(ben, contract.listMeetings, { params: { circleId } })
  const none = await ask(ben, contract.listMeetings, { params: { circleId: nowhere.meetingId } })
  expect([list.status, list.text]).toEqual([404, none.text])
  expect(granted(await ask(ben, contract.listMyMeetings)).meetings).toEqual([])
})

test('A new title goes to the page as well, as long as the two agree; a move is an event.', async () => {
  const { meeting, params } = await schedule()
  const startsAt = context.clock.now() + 2 * DAY
  const changed = granted(
    await ask(ben, contract.changeMeeting, { params, body: { title: 'Renamed', startsAt } }),
  )
  expect(changed.title).toBe('Renamed')
  expect(foldMeeting(changed.events)).toMatchObject({ startsAt })
  const page = granted(await ask(ada, readPage, { params: { pageId: meeting.pageId } }))
  expect(page.title).toBe('Renamed')
})

test('Of two who move or rename a meeting at once the later one is told who was faster, and overwrites nothing.', async () => {
  const { meeting, params } = await schedule()
  const { startsAt } = foldMeeting(meeting.events) as { startsAt: number }
  const change = (who: Principal, body: object) => ask(who, contract.changeMeeting, { params, body })
  granted(await change(ben, { startsAt: startsAt + DAY, from: { startsAt } }))
  const late = refused(await change(ada, { startsAt: startsAt + MINUTE, from: { startsAt } }))
  expect(late).toMatchObject({ status: 409, reason: 'meeting.changed-meanwhile' })
  expect(late.detail).toContain('Ben')
  granted(await change(ada, { title: 'Renamed', from: { title: meeting.title } }))
  expect(refused(await change(ben, { title: 'Mine', from: { title: meeting.title } })).status).toBe(409)
  const now = await read(meeting.id)
  expect([now.title, foldMeeting(now.events)]).toMatchObject(['Renamed', { startsAt: startsAt + DAY }])
})

test('A move that is refused takes the new title with it.', async () => {
  const { params } = await live()
  const before = await dumpOf(context)
  const body = { title: 'Renamed', startsAt: context.clock.now() + DAY }
  expect(refused(await ask(ada, contract.changeMeeting, { params, body })).status).toBe(409)
  expect(await dumpOf(context)).toBe(before)
})

test('An answer is kept once and may be changed until the meeting is over.', async () => {
  const { meeting, params } = await schedule()
  for (const answer of ['there', 'there', 'own-time']) {
    expect((await ask(ben, contract.answerRsvp, { params, body: { answer } })).status).toBe(204)
  }
  expect((await read(meeting.id)).rsvps).toEqual([{ memberId: ben.memberId, answer: 'own-time' }])
  const facts = await context.journal.readAfter(context.db.read, 0, 1000)
  expect(facts.filter(({ name }) => name === 'meeting.rsvp-answered')).toHaveLength(2)
  granted(await ask(ada, contract.cancelMeeting, { params, body: { reason: 'Holiday' } }))
  const late = refused(await ask(ben, contract.answerRsvp, { params, body: { answer: 'there' } }))
  expect(late).toMatchObject({ status: 409, reason: 'meeting.already-cancelled' })
})

test('A list says why a meeting was cancelled, and nothing of the others.', async () => {
  const { params } = await schedule()
  await schedule()
  granted(await ask(ada, contract.cancelMeeting, { params, body: { reason: 'Holiday' } }))
  const { meetings } = granted(await ask(ben, contract.listMeetings, { params: { circleId } }))
  const told = meetings.map(({ phase, cancelReason }) => [phase, cancelReason])
  expect(told.toSorted(([a = ''], [b = '']) => String(a).localeCompare(String(b)))).toEqual([
    ['cancelled', 'Holiday'],
    ['scheduled', null],
  ])
})

test('Open steps and questions of wrapped meetings are carried over, latest first, until they are done.', async () => {
  const one = await live()
  const step = await caught(one.meeting, 'next', 1)
  granted(await ask(ada, contract.wrapMeeting, { params: one.params, body: { noNextStep: false } }))
  context.clock.advance(2 * DAY)
  const two = await live({ facilitatorId: ada.memberId })
  const question = await caught(two.meeting, 'question', 2)
  const three = await schedule({ startsAt: context.clock.now() + 3 * DAY })
  const carried = async () =>
    granted(await ask(ben, listCarriedOver, { params: three.params })).captures.map(({ id }) => id)
  expect(await carried()).toEqual([step])
  granted(await ask(ada, contract.wrapMeeting, { params: two.params, body: { noNextStep: false } }))
  expect(await carried()).toEqual([question, step])
  granted(await ask(ben, tickCapture, { params: { captureId: step }, body: { done: true } }))
  expect(await carried()).toEqual([question])
})

test('Lists count what was caught and come in their order.', async () => {
  const one = await live()
  await caught(one.meeting, 'next', 1)
  await caught(one.meeting, 'question', 2)
  const two = await schedule()
  const { meetings } = granted(await ask(ben, contract.listMeetings, { params: { circleId } }))
  expect(meetings.map(({ number }) => number)).toEqual([2, 1])
  expect(meetings[1]).toMatchObject({ phase: 'live', counts: { decision: 0, next: 1, question: 1 } })
  const mine = granted(await ask(ben, contract.listMyMeetings)).meetings
  expect(mine.map(({ id }) => id)).toEqual([one.meeting.id, two.meeting.id])
  expect(granted(await ask(eve, contract.listMyMeetings)).meetings).toEqual([])
  const ofMeeting = { query: { meetingId: one.meeting.id } }
  expect(granted(await ask(ben, listCaptures, ofMeeting)).captures).toHaveLength(2)
})

test('Who has not been to a meeting does not lead the next, and the reasons say why.', async () => {
  const { params } = await live()
  granted(await ask(ada, contract.wrapMeeting, { params, body: { noNextStep: false } }))
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: eve.memberId } }))
  const { turns } = granted(await ask(eve, readRotation, { params: { circleId } }))
  expect(turns.map(({ memberId }) => memberId)).toEqual([ben, eve, ada, ben].map(({ memberId }) => memberId))
  expect(turns[0]?.reason).toEqual({ kind: 'never-served' })
  const { meeting } = await schedule()
  expect(foldMeeting(meeting.events)).toMatchObject({ roles: { facilitator: ben.memberId } })
})

test.each([
  ['title', { title: ' ' }],
  ['format', { format: 'party' }],
  ['startsAt', { startsAt: 1.5 }],
  ['segments', { segments: [] }],
  ['segments.0.minutes', { segments: [{ title: 'One', minutes: 601 }] }],
  ['facilitatorId', { facilitatorId: 'Ada' }],
  ['colour', { colour: 'red' }],
])('A wrong %s of a plan is named and nothing is stored.', async (field, more) => {
  const before = await dumpOf(context)
  const answer = await ask(ada, contract.scheduleMeeting, { params: { circleId }, body: plan(more) })
  expect(refused(answer).errors?.map((error) => error.field)).toEqual([field])
  expect(await dumpOf(context)).toBe(before)
})
test('What was open at the end of three later meetings has been carried three times.', async () => {
  const one = await live()
  const step = await caught(one.meeting, 'next', 1)
  granted(await ask(ada, contract.wrapMeeting, { params: one.params, body: { noNextStep: false } }))
  for (const carries of [0, 1, 2, 3]) {
    context.clock.advance(2 * DAY)
    const { params } = await live({ facilitatorId: ada.memberId })
    const { captures } = granted(await ask(ben, listCarriedOver, { params }))
    expect(captures.map((one) => [one.id, one.carries])).toEqual([[step, carries]])
    granted(await ask(ada, contract.wrapMeeting, { params, body: { noNextStep: true } }))
  }
})

/** Two meetings: the first came to its first segment alone, and has a topic of its own that was not reached. */
const leftOver = async () => {
  const topic = { title: 'Ownership of the cache', minutes: 12 }
  const one = await live({ segments: [...segments, topic] })
  granted(await ask(ada, contract.wrapMeeting, { params: one.params, body: { noNextStep: true } }))
  context.clock.advance(2 * DAY)
  const two = await schedule({ facilitatorId: ada.memberId })
  const offered = async () => granted(await ask(ben, listCarriedOver, { params: two.params })).undiscussed
  return { one, two, offered }
}
const settle = (who: Principal, params: { meetingId: string; segmentId: string }, how: 'add' | 'let-go') =>
  ask(who, settleUndiscussed, { params, body: { how } })
const titlesOf = async ({ documentId }: Meeting) =>
  (await context.documents.read(documentId, (doc) => readSegments(doc)))?.value.map(({ title }) => title) ??
  []

test('A segment that nobody came to is offered to the next meeting, unless its agenda has it anyhow.', async () => {
  const { one, offered } = await leftOver()
  expect(await offered()).toMatchObject([
    { title: 'Ownership of the cache', minutes: 12, meetingId: one.meeting.id, meetingNumber: 1 },
  ])
})

test('Added to an agenda it stands there once, under its own id, and is offered no more.', async () => {
  const { two, offered } = await leftOver()
  const [segment] = await offered()
  const params = { ...two.params, segmentId: segment?.segmentId ?? '' }
  const before = await titlesOf(two.meeting)
  expect((await settle(ben, params, 'add')).status).toBe(204)
  expect(await offered()).toEqual([])
  expect((await titlesOf(two.meeting)).toSorted()).toEqual([...before, 'Ownership of the cache'].toSorted())
  expect(await agendaOf(two.meeting)).toContain(segment?.segmentId)
  const late = refused(await settle(ada, params, 'let-go'))
  expect(late).toMatchObject({ status: 409, reason: 'meeting.segment-added-meanwhile' })
  expect(late.detail).toContain('Ben')
  expect(await titlesOf(two.meeting)).toHaveLength(before.length + 1)
})

test('Let go it is gone for good, for everybody; of two at once one is told.', async () => {
  const { two, offered } = await leftOver()
  const [segment] = await offered()
  const params = { ...two.params, segmentId: segment?.segmentId ?? '' }
  expect((await settle(ada, params, 'let-go')).status).toBe(204)
  expect(await offered()).toEqual([])
  const late = refused(await settle(ben, params, 'add'))
  expect(late).toMatchObject({ status: 409, reason: 'meeting.segment-let-go-meanwhile' })
  expect(await titlesOf(two.meeting)).not.toContain('Ownership of the cache')
})

test('What was written under a segment was discussed, and strangers settle nothing.', async () => {
  const { one, two, offered } = await leftOver()
  const [segment] = await offered()
  const params = { ...two.params, segmentId: segment?.segmentId ?? '' }
  expect(refused(await settle(eve, params, 'add')).status).toBe(403)
  expect(refused(await settle(ada, { ...params, segmentId: two.meeting.id }, 'add')).status).toBe(404)
  context.documents.change(one.meeting.documentId, ben.memberId, (doc) =>
    appendBlocks(doc, [{ type: 'paragraph', line: 'We did talk about it.' }]),
  )
  expect(await offered()).toEqual([])
})
