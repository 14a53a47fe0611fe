import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import type { CaptureId, MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import * as contract from '@rondo/shared/meeting/contract.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { applyEvent, foldMeeting, type MeetingState } from '@rondo/shared/meeting/fold.ts'
import * as pace from '@rondo/shared/meeting/pace-contract.ts'
import { readFact } from '@rondo/shared/wire/live.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted, refused } from '../../journal/temporary-people.ts'
import type { Principal } from '../../platform/http/http-app.ts'
import { type TemporaryRota, temporaryRota } from '../temporary-rota.ts'

let world: TemporaryRota
let meetingId: MeetingId
let params: { meetingId: MeetingId }
const question = '00000000-0000-4000-8000-0000000000c1' as CaptureId

beforeEach(async () => {
  world = await temporaryRota()
  const segments = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title, minutes: 10 }))
  meetingId = await world.schedule(1, { segments, facilitatorId: world.ada.memberId })
  params = { meetingId }
})
afterEach(() => world.close())

const stored = async () => granted(await world.ask(world.ada, contract.readMeeting, { params }))

/** What a screen that was open all the time has heard, as it comes over the wire. */
const pushed = async (): Promise<MeetingEvent[]> => {
  const facts = await world.context.journal.readAfter(world.context.db.read, 0, 1000)
  return facts.flatMap(({ seq, at, name, payload }) => {
    const frame = { kind: 'fact' as const, seq, at, name, circleId: null, payload }
    const fact = readFact(JSON.parse(JSON.stringify(frame)))
    const isOurs = fact?.name === 'meeting.event-recorded' && fact.payload.meetingId === meetingId
    return isOurs ? [fact.payload.event] : []
  })
}

const page = async () => {
  const { documentId } = await stored()
  const read = await world.context.documents.read(documentId, (doc) => ({
    titles: readSegments(doc).map(({ title }) => title),
    ids: readSegments(doc).map(({ id }) => id),
    text: readText(doc),
  }))
  return read?.value ?? { titles: [], ids: [], text: '' }
}
const write = async (segmentId: SegmentId) => {
  const { documentId } = await stored()
  const block = { type: 'capture' as const, id: question, kind: 'question' as const, line: 'Why?', at: 5 }
  world.context.documents.change(documentId, world.ben.memberId, (doc) => appendBlocks(doc, [block]))
  return segmentId
}

test('Whatever is done to a meeting, what was pushed and what is stored fold to the same, at every step.', async () => {
  const { ada, ben, eve, ask, context } = world
  const { ids } = await page()
  const [one, two, three, four] = ids as [SegmentId, SegmentId, SegmentId, SegmentId]
  await write(four)
  let screen: MeetingState = { phase: 'unscheduled', seq: 0 }
  const seen: MeetingState[] = []
  const step = async (who: Principal, what: Contract, body?: object) => {
    context.clock.advance(MINUTE)
    granted(await ask(who, what, body === undefined ? { params } : { params, body }))
    for (const event of await pushed()) screen = applyEvent(screen, event)
    const { events } = await stored()
    expect(screen).toEqual(foldMeeting(events))
    expect(screen).toEqual(foldMeeting(events.toReversed()))
    seen.push(screen)
  }
  const last = () => (screen.phase === 'unscheduled' ? 0 : screen.seq)

  await step(ada, pace.setPart, { segmentId: two, from: null, to: { kind: 'quiet' } })
  await step(ada, contract.startMeeting)
  await step(ben, contract.joinMeeting)
  await step(ada, pace.extendSegment, { segmentId: one, from: 0, minutes: 5 })
  await step(ada, pace.pauseMeeting, { from: null, paused: true })
  await step(ada, pace.pauseMeeting, { from: last(), paused: false })
  await step(ada, pace.moveSegment, { segmentId: three, from: two, to: one })
  await step(ada, contract.enterSegment, { from: one, to: three })
  await step(ada, pace.setPart, { segmentId: three, from: null, to: { kind: 'pairs' } })
  await step(eve, contract.joinMeeting)
  await step(ada, contract.enterSegment, { from: three, to: one })
  await step(ada, pace.setPart, { segmentId: one, from: null, to: { kind: 'vote' } })
  await step(ben, pace.castVote, { segmentId: one, from: [], to: [question] })
  await step(ada, contract.handOverRole, { role: 'facilitator', from: ada.memberId, to: ben.memberId })
  await step(ben, contract.wrapMeeting, { noNextStep: true })

  const { events } = await stored()
  const replayed = seen.map((state) => foldMeeting(events.slice(0, state.seq)))
  expect(replayed).toEqual(seen)
  expect((await page()).titles).toEqual(['One', 'Three', 'Two', 'Four'])
})

test('Two facilitators who press at once make one fact, and the other one is told who was faster.', async () => {
  const { ada, ben, ask } = world
  const [one, two, three] = (await page()).ids
  granted(await ask(ada, contract.startMeeting, { params }))
  const both = async (what: Contract, body: object) => {
    const before = (await stored()).events.length
    const answers = await Promise.all([ask(ada, what, { params, body }), ask(ada, what, { params, body })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await stored()).events).toHaveLength(before + 1)
    return refused(answers.find(({ ok }) => !ok) ?? answers[0])
  }
  const told = [
    await both(pace.extendSegment, { segmentId: one, from: 0, minutes: 5 }),
    await both(pace.pauseMeeting, { from: null, paused: true }),
    await both(pace.moveSegment, { segmentId: three, from: two, to: one }),
    await both(pace.setPart, { segmentId: two, from: null, to: { kind: 'quiet' } }),
    await both(contract.enterSegment, { from: one, to: two }),
  ]
  for (const { detail } of told) expect(detail).toContain('It was Ada.')
  const before = await stored()
  const attempts: [Contract, object][] = [
    [pace.extendSegment, { segmentId: two, from: 0, minutes: 5 }],
    [pace.pauseMeeting, { from: 5, paused: false }],
  ]
  for (const [what, body] of attempts) {
    const problem = refused(await ask(ben, what, { params, body }))
    expect(problem).toMatchObject({ status: 403, reason: 'meeting.not-facilitator' })
  }
  expect(await stored()).toEqual(before)
})

test('The page follows a moved segment, and what somebody wrote stays where they wrote it.', async () => {
  const { ada, ask } = world
  const [one, two, three, four] = (await page()).ids
  await write(four as SegmentId)
  granted(await ask(ada, contract.startMeeting, { params }))
  granted(await ask(ada, pace.moveSegment, { params, body: { segmentId: four, from: three, to: one } }))
  granted(await ask(ada, pace.moveSegment, { params, body: { segmentId: three, from: two, to: four } }))
  const { titles, text } = await page()
  expect(titles).toEqual(['One', 'Three', 'Two', 'Four'])
  expect(text.trimEnd().endsWith('Why?')).toBe(true)
  const state = foldMeeting((await stored()).events)
  expect(state).toMatchObject({ order: [one, four, three, two] })
})
