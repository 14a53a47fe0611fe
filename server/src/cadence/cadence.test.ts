import * as contract from '@rondo/shared/cadence/contract.ts'
import { changeCircle, createCircle } from '@rondo/shared/circle/contract.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import { listPages, readPage } from '@rondo/shared/page/contract.ts'
import { acceptTurn } from '@rondo/shared/rotation/contract.ts'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { followCircles } from './follow-circles.ts'
import { materialise } from './materialise.ts'
import { temporaryCadence, thursdays } from './temporary-cadence.ts'

let world: Awaited<ReturnType<typeof temporaryCadence>>
beforeEach(async () => {
  world = await temporaryCadence()
})
afterEach(() => world.context.close())

const inBerlin = (startsAt: number): string =>
  Temporal.Instant.fromEpochMilliseconds(startsAt)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

const meetings = async () => {
  const answer = granted(await world.ask(world.ben, meeting.listMeetings, { params: world.params }))
  return answer.meetings.toSorted((a, b) => a.startsAt - b.startsAt)
}

const write = async (meetingId: string | undefined) => {
  const { documentId } = granted(
    await world.ask(world.ben, meeting.readMeeting, { params: { meetingId: meetingId ?? '' } }),
  )
  world.context.documents.change(documentId, world.ben.memberId, (doc) =>
    appendBlocks(doc, [{ type: 'paragraph', line: 'Bring the book.' }]),
  )
}

test('Setting a cadence makes the meetings of twelve weeks, each with its page and its roles, in the wall time of the circle.', async () => {
  const { changes, occurrences, cadence } = await world.set()
  expect(changes).toEqual({ created: 12, moved: 0, withdrawn: 0, kept: [] })
  expect(cadence).toMatchObject({ version: 1, timeZone: 'Europe/Berlin', minutes: 60 })
  expect(occurrences.map(({ startsAt }) => inBerlin(startsAt))).toEqual(
    occurrences.map(({ date }) => `${date}T19:00`),
  )
  const all = await meetings()
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(new Set(all.map(({ startsAt }) => startsAt % DAY)).size).toBe(2)
  const page = granted(await world.ask(world.ben, readPage, { params: { pageId: all[3]?.pageId ?? '' } }))
  expect(page).toMatchObject({ kind: 'show-notes', title: 'Reading evening', meetingId: all[3]?.id })
  expect(page.outline.length).toBeGreaterThan(3)
  expect(all.every(({ roles }) => roles.facilitator !== null)).toBe(true)
})

test('Materialising again, twice at once, or a week later adds what is missing and nothing else.', async () => {
  await world.set()
  const before = await dumpOf(world.context)
  const now = world.context.clock.now()
  await Promise.all([materialise(world.context, now), materialise(world.context, now)])
  expect(await dumpOf(world.context)).toBe(before)
  world.context.clock.advance(14 * DAY)
  const later = world.context.clock.now()
  await Promise.all([1, 2, 3].map(() => materialise(world.context, later)))
  const dates = (await meetings()).map(({ startsAt }) => inBerlin(startsAt))
  expect(dates).toHaveLength(14)
  expect(new Set(dates).size).toBe(14)
})

test('Of two hosts who set it at once one wins, and the other is told who.', async () => {
  const body = { ...thursdays, from: 0 }
  const answers = await Promise.all([
    world.ask(world.ada, contract.setCadence, { params: world.params, body }),
    world.ask(world.ada, contract.setCadence, { params: world.params, body: { ...body, times: ['08:00'] } }),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const lost = answers.find(({ ok }) => !ok)
  expect(lost && refused(lost)).toMatchObject({ reason: 'cadence.changed' })
  expect(lost?.text).toContain('Ada changed the cadence meanwhile')
  expect(await meetings()).toHaveLength(12)
})

test('Another weekday moves the meetings to come; what somebody moved, answered or wrote in stays.', async () => {
  await world.set()
  const [first, second, third, fourth] = await meetings()
  const moved = { startsAt: (first?.startsAt ?? 0) + DAY }
  granted(
    await world.ask(world.ben, meeting.changeMeeting, {
      params: { meetingId: first?.id ?? '' },
      body: moved,
    }),
  )
  const answer = { params: { meetingId: second?.id ?? '' }, body: { answer: 'there' as const } }
  granted(await world.ask(world.ben, meeting.answerRsvp, answer))
  await write(third?.id)
  const { changes } = await world.set({ rule: 'FREQ=WEEKLY;BYDAY=TU', startsOn: '2026-03-06' })
  expect(changes.kept).toEqual([first?.id, second?.id, third?.id])
  const now = await meetings()
  const startsOf = (id: string | undefined) => now.find((one) => one.id === id)?.startsAt ?? 0
  expect(startsOf(first?.id)).toBe(moved.startsAt)
  expect([startsOf(second?.id), startsOf(third?.id)]).toEqual([second?.startsAt, third?.startsAt])
  expect(inBerlin(startsOf(fourth?.id))).toMatch(/^2026-03-31T19:00$/)
  const days = now.map(({ startsAt }) => new Date(startsAt).getUTCDay())
  expect(days.filter((day) => day === 2).length).toBe(9)
  expect(now.length).toBe(12)
})

test('A turn that somebody accepted keeps its meeting where it is.', async () => {
  await world.set()
  const [first] = await meetings()
  const holder = [world.ada, world.ben].find(({ memberId }) => memberId === first?.roles.facilitator)
  const turn = { meetingId: first?.id ?? '', role: 'facilitator' }
  const seen = { memberId: holder?.memberId, version: 0 }
  granted(await world.ask(holder ?? null, acceptTurn, { params: turn, body: { seen } }))
  const { changes } = await world.set({ times: ['08:00'] })
  expect([changes.moved, changes.kept]).toEqual([11, [first?.id]])
})

test('A cancelled meeting keeps its reason and its day; the series does not shift and it is not made again.', async () => {
  await world.set()
  const [, second] = await meetings()
  const cancel = { params: { meetingId: second?.id ?? '' }, body: { reason: 'Spring fair' } }
  granted(await world.ask(world.ben, meeting.cancelMeeting, cancel))
  await materialise(world.context, world.context.clock.now())
  const { occurrences } = await world.read()
  expect(occurrences).toHaveLength(12)
  expect(occurrences[1]).toMatchObject({ state: 'cancelled', cancelReason: 'Spring fair' })
  expect(occurrences[2]?.date).toBe('2026-03-26')
})

test('An exception takes the meeting of that day away and shifts nothing.', async () => {
  await world.set({ times: ['08:00', '19:00'] })
  const before = (await meetings()).map(({ startsAt }) => inBerlin(startsAt))
  const { changes } = await world.set({ times: ['08:00', '19:00'], exceptions: ['2026-03-19'] })
  expect(changes).toMatchObject({ withdrawn: 1, created: 0, moved: 0 })
  const after = (await meetings()).map(({ startsAt }) => inBerlin(startsAt))
  expect(after).toEqual(before.filter((text) => !text.startsWith('2026-03-19')))
})

test('Ending it takes away what nobody touched, with its pages, and keeps a page that somebody wrote in.', async () => {
  await world.set()
  const [first] = await meetings()
  await write(first?.id)
  const body = { from: (await world.read()).version }
  const { changes, cadence } = granted(
    await world.ask(world.ada, contract.endCadence, { params: world.params, body }),
  )
  expect([changes.withdrawn, changes.kept, cadence]).toEqual([11, [first?.id], null])
  expect((await meetings()).map(({ id }) => id)).toEqual([first?.id])
  const pages = granted(
    await world.ask(world.ben, listPages, { query: { circleId: world.circleId, title: 'evening' } }),
  )
  expect(pages.pages.map(({ meetingId }) => meetingId)).toEqual([first?.id])
  const again = await world.ask(world.ada, contract.endCadence, {
    params: world.params,
    body: { from: body.from + 1 },
  })
  expect(refused(again)).toMatchObject({ status: 409, reason: 'cadence.none' })
  expect((await world.set()).changes.created).toBe(12)
})

test('Where the circle moves to another zone, its wall time moves along.', async () => {
  await world.set()
  const body = { timeZone: 'Asia/Kolkata' }
  const following = followCircles(world.context)
  granted(await world.ask(world.ada, changeCircle, { params: world.params, body }))
  await following.settled()
  await following.stop()
  const [first] = (await world.read()).occurrences
  expect(new Date(first?.startsAt ?? 0).toISOString()).toBe('2026-03-12T13:30:00.000Z')
})

test('Another format or title reaches the meetings to come that nobody touched.', async () => {
  await world.set()
  const [first] = await meetings()
  await write(first?.id)
  await world.set({ title: 'Show and tell', format: 'brown-bag' })
  const now = await meetings()
  expect(now.map(({ title }) => title)).toEqual([
    'Reading evening',
    ...Array.from({ length: 11 }, () => 'Show and tell'),
  ])
  const { format, events } = granted(
    await world.ask(world.ben, meeting.readMeeting, { params: { meetingId: now[1]?.id ?? '' } }),
  )
  expect([format, events.length]).toEqual(['brown-bag', 1])
})

test.each([
  ['a zone of its own', { timeZone: 'Mars/Olympus' }],
  ['a rule that yields nothing', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }],
  ['seconds', { rule: 'FREQ=SECONDLY' }],
  ['no time', { times: [] }],
  ['a first day of another age', { startsOn: '0001-01-01' }],
  [
    'times that take turns since long ago',
    { startsOn: '1971-01-01', rule: 'FREQ=DAILY', times: ['10:00', '11:00'] },
  ],
  ['a time that is none', { times: ['25:00'] }],
  ['a day that is none', { startsOn: '2026-02-30' }],
  ['a format that the circle does not have', { format: '00000000-0000-4000-8000-00000000ffff' }],
  ['an empty title', { title: ' ' }],
])('A cadence with %s is refused, and nothing changes.', async (_, wrong) => {
  await world.set()
  const before = await dumpOf(world.context)
  const body = { ...thursdays, ...wrong, from: 1 }
  const answer = refused(await world.ask(world.ada, contract.setCadence, { params: world.params, body }))
  expect(answer.status).toBe(400)
  expect(answer.errors?.length).toBeGreaterThan(0)
  expect(await dumpOf(world.context)).toBe(before)
})

test('Only a host sets it, members see it, and of a confidential circle nobody else learns anything.', async () => {
  const body = { ...thursdays, from: 0 }
  expect(
    refused(await world.ask(world.ben, contract.setCadence, { params: world.params, body })).status,
  ).toBe(403)
  granted(
    await world.ask(world.ada, changeCircle, { params: world.params, body: { visibility: 'confidential' } }),
  )
  expect(refused(await world.ask(world.eve, contract.readCadence, { params: world.params })).status).toBe(404)
  expect(
    refused(await world.ask(world.eve, contract.setCadence, { params: world.params, body })).status,
  ).toBe(404)
})

test('A cadence that cannot be computed any more holds up no other.', async () => {
  await world.set()
  const body = { name: 'Writing', purpose: 'To write.', timeZone: 'Europe/Berlin' }
  const { id: circleId } = granted(await world.ask(world.ada, createCircle, { body }))
  const params = { circleId }
  granted(await world.ask(world.ada, contract.setCadence, { params, body: { ...thursdays, from: 0 } }))
  const { writer } = world.context.db
  const [first, second] = await writer.selectFrom('cadence').selectAll().orderBy('id').execute()
  if (first === undefined || second === undefined) throw new Error('There are two cadences')
  await writer.updateTable('cadence').set({ rule: 'no rule' }).where('id', '=', first.id).execute()
  world.context.clock.advance(7 * DAY)
  await materialise(world.context, world.context.clock.now())
  const made = await writer.selectFrom('cadenceOccurrence').select('cadenceId').execute()
  const of = (id: string) => made.filter(({ cadenceId }) => cadenceId === id).length
  expect([of(first.id), of(second.id)]).toEqual([12, 13])
})
