import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { isForGuest } from '@rondo/shared/guest/hears.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import * as contract from '@rondo/shared/meeting/contract.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import * as floor from '@rondo/shared/meeting/floor-contract.ts'
import { isAboutTheWord } from '@rondo/shared/meeting/floor-events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleRoutes, mayHear } from '../../circle/index.ts'
import { temporaryContext } from '../../journal/temporary-context.ts'
import { granted, refused, temporaryApp, temporaryPeople } from '../../journal/temporary-people.ts'
import type { Principal } from '../../platform/http/http-app.ts'
import { temporaryDocuments } from '../../projection/temporary-documents.ts'
import { meetingRoutes } from '../routes.ts'
import { findMeeting } from '../store.ts'
import { asTold } from './as-told.ts'
import { evennessOf } from './evenness.ts'
import { turnsLately } from './store.ts'
import { veiled } from './veil.ts'

let context: Awaited<ReturnType<typeof world>>
let ask: ReturnType<typeof temporaryApp>
let people: Principal[]
let ada: Principal
let ben: Principal
/** Reads the circle, which is open, and has no seat. */
let eve: Principal
let circleId: string

const world = async () => ({ ...(await temporaryContext()), documents: temporaryDocuments() })
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Fay', 'Gus', 'Eve']

beforeEach(async () => {
  context = await world()
  people = await temporaryPeople(context, NAMES)
  ;[ada, ben] = people as [Principal, Principal]
  eve = people[6] as Principal
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    meetingRoutes(app, context)
  })
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  circleId = granted(await ask(ada, createCircle, { body })).id
  for (const who of seated().slice(1)) {
    context.clock.advance(MINUTE)
    granted(await ask(who, joinCircle, { params: { circleId } }))
  }
})
afterEach(() => context.close())

const seated = () => people.slice(0, 6)
const someone = (n: number) => people[n] as Principal

/** A live meeting with everybody in it, led by Ada. */
const hold = async () => {
  const segments = [
    { title: 'Check-in', minutes: 5 },
    { title: 'Close', minutes: 5 },
  ]
  const startsAt = context.clock.now()
  const body = { title: 'Talk', format: 'learning-circle', startsAt, segments, facilitatorId: ada.memberId }
  const { id } = granted(await ask(ada, contract.scheduleMeeting, { params: { circleId }, body }))
  const params = { meetingId: id }
  granted(await ask(ada, contract.startMeeting, { params }))
  for (const who of seated().slice(1)) granted(await ask(who, contract.joinMeeting, { params }))
  context.documents.seat(...seated().map(({ memberId }) => memberId))
  return params
}
const wrap = async (params: { meetingId: string }) => {
  granted(await ask(ada, contract.wrapMeeting, { params, body: { noNextStep: true } }))
  context.clock.advance(10 * MINUTE)
}
const stateFor = async (who: Principal, params: { meetingId: string }) => {
  const state = foldMeeting(granted(await ask(who, contract.readMeeting, { params })).events)
  if (!('floor' in state)) throw new Error('It has not begun.')
  return state
}
const handsFor = async (who: Principal, params: { meetingId: string }) =>
  (await stateFor(who, params)).floor.hands.map(({ memberId }) => memberId)
const raise = async (who: Principal, params: { meetingId: string }) => {
  context.clock.advance(1000)
  return granted(await ask(who, floor.raiseHand, { params, body: {} }))
}
const giveWord = async (who: Principal, params: { meetingId: string }) => {
  const from = (await stateFor(ada, params)).floor.word.seq
  granted(await ask(ada, floor.giveWord, { params, body: { from, to: who.memberId } }))
}
/** Raises a hand and is given the word. */
const speak = async (who: Principal, params: { meetingId: string }) => {
  await raise(who, params)
  await giveWord(who, params)
}

test('Hands are ordered by the turns of the last five meetings, then by when they were raised.', async () => {
  const first = await hold()
  await speak(ben, first)
  await wrap(first)
  const second = await hold()
  await raise(ben, second)
  await raise(someone(3), second)
  await raise(someone(2), second)
  expect(await handsFor(ada, second)).toEqual([someone(3).memberId, someone(2).memberId, ben.memberId])
})

test('A turn of six meetings ago is forgotten.', async () => {
  const first = await hold()
  await speak(ben, first)
  await wrap(first)
  for (let held = 0; held < 4; held += 1) await wrap(await hold())
  const last = await hold()
  await raise(ben, last)
  await raise(someone(2), last)
  expect(await handsFor(ada, last)).toEqual([ben.memberId, someone(2).memberId])
})

test('Of two who pass at once one does, and the other is told who was faster.', async () => {
  const params = await hold()
  granted(await ask(ada, floor.openRound, { params, body: { seconds: 120 } }))
  const from = currentRound(await stateFor(ben, params))?.seq ?? 0
  const passes = await Promise.all(
    [ben, ada].map((who) => ask(who, floor.passTurn, { params, body: { from, had: true } })),
  )
  expect(passes.filter(({ ok }) => ok)).toHaveLength(1)
  const late = passes.find(({ ok }) => !ok)
  expect(refused(late as Awaited<ReturnType<typeof ask>>)).toMatchObject({
    status: 409,
    reason: 'meeting.turn-moved',
    detail: expect.stringMatching(/It was (Ada|Ben)\./),
  })
  expect(currentRound(await stateFor(ben, params))).toMatchObject({ had: [ben.memberId] })
})

test('Of two who give the word at once, or open a round, or name a co-facilitator, one does.', async () => {
  const params = await hold()
  const reasons = async (answers: Promise<Awaited<ReturnType<typeof ask>>[]>) =>
    (await answers).flatMap((answer) => (answer.ok ? [] : [refused(answer).reason]))
  await raise(ben, params)
  await raise(someone(2), params)
  const words = [ben, someone(2)].map(({ memberId }) =>
    ask(ada, floor.giveWord, { params, body: { from: 0, to: memberId } }),
  )
  expect(await reasons(Promise.all(words))).toEqual(['meeting.word-moved'])
  const rounds = [1, 2].map(() => ask(ada, floor.openRound, { params, body: { seconds: null } }))
  expect(await reasons(Promise.all(rounds))).toEqual(['meeting.round-open'])
  const names = [ben, someone(2)].map(({ memberId }) =>
    ask(ada, floor.nameCoFacilitator, { params, body: { from: null, to: memberId } }),
  )
  expect(await reasons(Promise.all(names))).toEqual(['meeting.co-facilitator-moved'])
})

test('Who reads an open circle from outside learns nothing of who spoke, neither by asking nor by listening.', async () => {
  const params = await hold()
  await speak(ben, params)
  granted(await ask(ada, floor.openRound, { params, body: { seconds: null } }))
  const inside = granted(await ask(ben, contract.readMeeting, { params })).events
  const outside = granted(await ask(eve, contract.readMeeting, { params })).events
  expect(inside.filter(isAboutTheWord).map(({ type }) => type)).toEqual([
    'hand-raised',
    'word-given',
    'round-opened',
  ])
  expect(outside.filter(isAboutTheWord)).toEqual([])
  expect(outside.map(({ seq }) => seq)).toEqual(inside.map(({ seq }) => seq))
  expect((await stateFor(eve, params)).floor).toEqual({ hands: [], word: expect.anything(), rounds: [] })
  expect(JSON.stringify(outside.filter(({ type }) => type === 'withheld'))).not.toContain(ben.memberId)

  const facts = await context.journal.readAfter(context.db.read, 0, 500)
  const spoken = facts.filter(
    (fact) => fact.name === 'meeting.event-recorded' && isAboutTheWord(fact.payload.event),
  )
  expect(spoken).toHaveLength(3)
  for (const { audience } of spoken) {
    expect(audience).toEqual({ circleId, belonging: true })
    if (!('circleId' in audience)) throw new Error('It is for a circle.')
    expect(await mayHear(context.db.read, ben.memberId, audience.circleId, 'belong')).toBe(true)
    expect(await mayHear(context.db.read, eve.memberId, audience.circleId, 'belong')).toBe(false)
    // The control: of everything else in an open circle they do hear.
    expect(await mayHear(context.db.read, eve.memberId, audience.circleId, 'read')).toBe(true)
  }
  expect(refused(await ask(eve, floor.readFloor, { params })).status).toBe(403)
  expect(refused(await ask(eve, floor.suggestQuiet, { params })).status).toBe(403)
})

test('Once a meeting is over nobody reads who had the word when, and it reads the same for all.', async () => {
  const params = await hold()
  await speak(ben, params)
  await wrap(params)
  for (const who of [ada, ben, eve]) {
    const { events } = granted(await ask(who, contract.readMeeting, { params }))
    expect(events.filter(isAboutTheWord)).toEqual([])
    expect(foldMeeting(events)).toMatchObject({ phase: 'wrapped', attended: expect.anything() })
  }
})

test('Whoever sits in the room is told who has the word, a guest as well; once it is over nobody is told again.', async () => {
  const params = await hold()
  await speak(ben, params)
  const facts = await context.journal.readAfter(context.db.read, 0, 500)
  const about = (fact: (typeof facts)[number]) =>
    fact.name === 'meeting.event-recorded' && isAboutTheWord(fact.payload.event)
  const told = () => Promise.all(facts.map((fact) => asTold(context.db.read, fact)))
  expect(facts.filter(about).map((fact) => isForGuest(fact, params.meetingId as MeetingId))).toEqual([
    true,
    true,
  ])
  expect(await told()).toEqual(facts)
  await wrap(params)
  const later = await told()
  expect(later.filter(about)).toEqual([])
  expect(later.map(({ seq }) => seq)).toEqual(facts.map(({ seq }) => seq))
  expect(later.filter((_, index) => !about(facts[index] as (typeof facts)[number]))).toEqual(
    facts.filter((fact) => !about(fact)),
  )
})

test('A veiled event bears nothing of its own but its number.', () => {
  const stamp = { at: 10, by: 'a' as never }
  expect(
    veiled([
      { seq: 1, type: 'started', ...stamp },
      { seq: 2, type: 'word-given', to: 'b' as never, at: 99, by: 'b' as never },
    ])[1],
  ).toEqual({ type: 'withheld', seq: 2, ...stamp })
})

test('The floor says how even turns are, to the circle, and to each their own number and no other.', async () => {
  const params = await hold()
  const before = granted(await ask(ben, floor.readFloor, { params }))
  expect(before).toEqual({ evenness: null, own: { here: 0, lately: 0 } })
  for (const who of seated()) await speak(who, params)
  expect(granted(await ask(ben, floor.readFloor, { params }))).toEqual({
    evenness: 'even',
    own: { here: 1, lately: 1 },
  })
  await wrap(params)
  const next = await hold()
  for (let turn = 0; turn < 9; turn += 1) await speak(ben, next)
  expect(granted(await ask(ben, floor.readFloor, { params: next }))).toEqual({
    evenness: 'mixed',
    own: { here: 9, lately: 10 },
  })
  expect(granted(await ask(ada, floor.readFloor, { params: next })).own).toEqual({ here: 0, lately: 1 })
})

test('Of fewer than five people, and of fewer turns than people, nothing is said.', () => {
  expect(evennessOf([1, 1, 1, 1])).toBeNull()
  expect(evennessOf([9, 0, 0, 0])).toBeNull()
  expect(evennessOf([1, 1, 1, 1, 0])).toBeNull()
  expect(evennessOf([1, 1, 1, 1, 1])).toBe('even')
  expect(evennessOf([3, 1, 1, 1, 0])).toBe('mixed')
  expect(evennessOf([9, 0, 0, 0, 0])).toBe('few')
})

test('Whoever facilitates is told of one quiet person, without a number, and nobody else is.', async () => {
  const params = await hold()
  const quiet = async (who: Principal, query?: { without: string }) =>
    ask(who, floor.suggestQuiet, { params, ...(query && { query }) })
  expect(granted(await quiet(ada))).toEqual({ memberId: null })
  for (const who of [ben, someone(2), someone(3)]) await speak(who, params)
  context.documents.seat(ada.memberId, ben.memberId, someone(4).memberId, someone(5).memberId)
  expect(granted(await quiet(ada))).toEqual({ memberId: someone(4).memberId })
  const [fay, gus] = [someone(4).memberId, someone(5).memberId]
  expect(granted(await quiet(ada, { without: fay }))).toEqual({ memberId: gus })
  expect(granted(await quiet(ada, { without: `${fay},${gus}` }))).toEqual({ memberId: null })
  expect(refused(await quiet(ada, { without: `${fay},${gus},${ben.memberId}` })).status).toBe(400)
  expect(refused(await quiet(ben))).toMatchObject({ status: 403, reason: 'meeting.not-facilitator' })
  await raise(someone(4), params)
  expect(granted(await quiet(ada))).toEqual({ memberId: gus })
  granted(await ask(ada, floor.openRound, { params, body: { seconds: null } }))
  expect(granted(await quiet(ada))).toEqual({ memberId: null })
})

test('Turns of five meetings come out of their logs as they were taken.', async () => {
  const params = await hold()
  granted(await ask(ada, floor.openRound, { params, body: { seconds: null } }))
  const pass = async (had: boolean) => {
    const from = currentRound(await stateFor(ada, params))?.seq ?? 0
    granted(await ask(ada, floor.passTurn, { params, body: { from, had } }))
  }
  await pass(true)
  await pass(false)
  await speak(ben, params).catch(() => {})
  const meeting = await findMeeting(context.db.read, params.meetingId)
  if (meeting === undefined) throw new Error('It is not there.')
  const { turns } = await turnsLately(context.db.read, meeting)
  expect([...turns].filter(([, count]) => count > 0)).toEqual([
    [ben.memberId, 1],
    [someone(3).memberId, 1],
  ])
})

test('What is wrong in a request about the word is named, and a guest of another circle finds nothing.', async () => {
  const params = await hold()
  expect(refused(await ask(ada, floor.openRound, { params, body: { seconds: 5 } })).status).toBe(400)
  expect(refused(await ask(ada, floor.giveWord, { params, body: { from: 0, to: 'x' } })).status).toBe(400)
  expect(refused(await ask(ada, floor.passTurn, { params, body: { from: 1, had: true } })).reason).toBe(
    'meeting.no-round',
  )
  expect(refused(await ask(eve, floor.raiseHand, { params, body: {} })).status).toBe(403)
  expect(
    refused(await ask(ada, floor.nameCoFacilitator, { params, body: { from: null, to: eve.memberId } }))
      .status,
  ).toBe(400)
})
