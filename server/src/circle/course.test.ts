import { readCircle } from '@rondo/shared/circle/contract.ts'
import * as contract from '@rondo/shared/circle/course-contract.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { driftOfCircle } from './course-queries.ts'
import { NOBODYS, temporaryCircles } from './temporary-circle.ts'

let world: Awaited<ReturnType<typeof temporaryCircles>>
let ask: typeof world.ask
beforeEach(async () => {
  world = await temporaryCircles()
  ask = world.ask
})
afterEach(() => world.context.close())

type Params = Awaited<ReturnType<typeof world.circleOf>>

const GOALS = ['Read Redis.', 'Read SQLite.']
const never = { on: null, meetings: null, goals: false }
const change = (params: Params, body: object, n = 0) =>
  ask(world.who(n), contract.changeCourse, { params, body: { revision: 0, ...body } })
const mark = (n: number, params: Params, text: string, isMet = true) =>
  ask(world.who(n), contract.markGoal, { params, body: { text, isMet } })
const choose = (n: number, params: Params, body: object) =>
  ask(world.who(n), contract.chooseCourse, { params, body: { revision: 1, ...body } })
const read = async (n: number, params: Params) =>
  granted(await ask(world.who(n), contract.readCourse, { params }))
const drift = ({ circleId }: Params) =>
  driftOfCircle(world.context.db.read, world.neighbours, circleId, world.context.clock.now())
const meetings = (...held: boolean[]) => {
  const now = world.context.clock.now()
  world.around.meetings = held.map((wasHeld, n) => ({ startsAt: now - (held.length - n) * DAY, wasHeld }))
}

test('A host names goals, every member marks them, and a goal that keeps its words keeps its mark.', async () => {
  const params = await world.circleOf(2)
  expect(refused(await change(params, { goals: GOALS }, 1)).status).toBe(403)
  granted(await change(params, { goals: GOALS }))
  const marked = granted(await mark(1, params, 'Read Redis.'))
  expect(marked.goals).toMatchObject([{ metAt: world.context.clock.now() }, { metAt: null }])
  const changed = granted(await change(params, { revision: 1, goals: ['Read Git.', 'Read Redis.'] }))
  expect(changed.goals.map(({ text, metAt }) => [text, metAt !== null])).toEqual([
    ['Read Git.', false],
    ['Read Redis.', true],
  ])
  const gone = refused(await mark(1, params, 'Read SQLite.'))
  expect(gone).toMatchObject({ status: 409, reason: 'circle.goal-gone' })
  expect(gone.detail).toContain('Ada')
  expect(granted(await mark(1, params, 'Read Redis.', false)).goals[1]?.metAt).toBeNull()
})

test('Of two hosts who change the course the later one is told who did.', async () => {
  const params = await world.circleOf(2)
  granted(await change(params, { goals: GOALS }))
  const late = refused(await change(params, { exit: { ...never, meetings: 9 } }))
  expect(late).toMatchObject({ status: 409, reason: 'circle.course-moved' })
  expect(late.detail).toContain('Ada')
})

test('Each exit that is met, and two missed meetings in a row, ask the next facilitator.', async () => {
  const params = await world.circleOf(3)
  world.around.leads = world.who(1).memberId
  granted(await change(params, { goals: GOALS, exit: { on: '2026-03-07', meetings: 3, goals: true } }))
  expect(await drift(params)).toEqual([])
  meetings(true, false, true)
  expect(await drift(params)).toEqual([])
  meetings(true, true, true)
  expect(await drift(params)).toEqual(['meetings'])
  for (const text of GOALS) granted(await mark(2, params, text))
  world.context.clock.advance(2 * DAY)
  meetings(true, true, true, false, false)
  expect(await drift(params)).toEqual(['date', 'meetings', 'goals', 'missed'])
  expect(await read(1, params)).toMatchObject({ held: 3, askedOf: world.who(1).memberId, mayChoose: true })
  expect(await read(2, params)).toMatchObject({ mayChoose: false })
  expect(await read(5, params)).toMatchObject({ drift: [], askedOf: null, mayChoose: false })
})

test('The exit day begins in the zone of the circle.', async () => {
  const params = await world.circleOf(1)
  granted(await change(params, { exit: { ...never, on: '2026-03-06' } }))
  world.context.clock.advance(Date.UTC(2026, 2, 5, 22, 59) - world.context.clock.now())
  expect(await drift(params)).toEqual([])
  world.context.clock.advance(60_000)
  expect(await drift(params)).toEqual(['date'])
})

test('Renewing forgives what was missed and needs an exit that is not reached.', async () => {
  const params = await world.circleOf(3)
  world.around.leads = world.who(1).memberId
  granted(await change(params, { exit: { ...never, meetings: 1 } }))
  meetings(true, false, false)
  const before = await dumpOf(world.context)
  expect(refused(await choose(2, params, { choice: 'renew' })).reason).toBe('circle.not-asked')
  expect(refused(await choose(1, params, { choice: 'renew' })).reason).toBe('circle.exit-still-met')
  expect(await dumpOf(world.context)).toBe(before)
  const later = { ...never, meetings: 9 }
  expect(granted(await choose(1, params, { choice: 'renew', exit: later }))).toMatchObject({
    drift: [],
    exit: later,
  })
  const late = refused(await choose(0, params, { choice: 'close' }))
  expect(late).toMatchObject({ status: 409, reason: 'circle.course-moved' })
  const again = refused(await choose(0, params, { choice: 'close', revision: 2 }))
  expect(again).toMatchObject({ status: 409, reason: 'circle.no-drift' })
})

test('Closing drafts the story once, also when it is asked for again.', async () => {
  const params = await world.circleOf(3)
  world.around.leads = world.who(1).memberId
  granted(await change(params, { goals: GOALS, exit: { ...never, meetings: 2 } }))
  granted(await mark(0, params, 'Read Redis.'))
  meetings(true, true)
  const early = refused(await ask(world.who(0), contract.draftStory, { params }))
  expect(early).toMatchObject({ status: 409, reason: 'circle.not-closing' })
  const closing = granted(await choose(1, params, { choice: 'close' }))
  expect(granted(await ask(world.who(0), readCircle, { params })).status).toBe('closing')
  const asked = await Promise.all([0, 2].map((n) => ask(world.who(n), contract.draftStory, { params })))
  expect(asked.map((answer) => granted(answer).pageId)).toEqual([closing.storyPageId, closing.storyPageId])
  expect(world.around.stories).toHaveLength(1)
  const [story] = world.around.stories
  expect(story?.title).toBe('The story of Reading code')
  expect(JSON.stringify(story?.blocks)).toContain('We met 2 times')
  expect(story?.blocks).toContainEqual({
    type: 'tasks',
    items: [
      { done: true, line: 'Read Redis.' },
      { done: false, line: 'Read SQLite.' },
    ],
  })
})

test('Changing the format goes on like renewing does.', async () => {
  const params = await world.circleOf(2)
  meetings(false, false)
  granted(await choose(0, params, { choice: 'change-format', revision: 0 }))
  expect(await drift(params)).toEqual([])
})

test.each([
  ['goals.0', { goals: [''] }],
  ['goals.0', { goals: ['x'.repeat(161)] }],
  ['goals', { goals: ['Twice.', 'Twice.'] }],
  ['exit.on', { exit: { ...never, on: '2026-02-30' } }],
  ['exit.meetings', { exit: { ...never, meetings: 0 } }],
  ['exit.never', { exit: { ...never, never: true } }],
])('A course with a wrong %s is refused and nothing is stored.', async (field, body) => {
  const params = await world.circleOf(1)
  const before = await dumpOf(world.context)
  const answer = refused(await change(params, body))
  expect(answer.status).toBe(400)
  expect(answer.errors?.map((error) => error.field)).toEqual([field])
  expect(await dumpOf(world.context)).toBe(before)
})

test('Every door to the course of a confidential circle answers others as if it never was.', async () => {
  const params = await world.circleOf(2, { visibility: 'confidential' })
  const doors: [Contract, object][] = [
    [contract.readCourse, {}],
    [contract.changeCourse, { body: { revision: 0, goals: GOALS } }],
    [contract.markGoal, { body: { text: 'Read Redis.', isMet: true } }],
    [contract.chooseCourse, { body: { choice: 'close', revision: 0 } }],
    [contract.draftStory, {}],
  ]
  for (const [door, input] of doors) {
    const there = await ask(world.who(5), door, { ...input, params })
    const absent = await ask(world.who(5), door, { ...input, params: NOBODYS })
    expect([there.status, there.text]).toEqual([404, absent.text])
  }
})
