import * as circle from '@rondo/shared/circle/contract.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import * as notify from '@rondo/shared/notify/contract.ts'
import * as rota from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { temporaryNotify } from './temporary-notify.ts'

type Ground = Awaited<ReturnType<typeof temporaryNotify>>
type Person = Ground['people'][number]

let ground: Ground
let ada: Person
let ben: Person
let circleId: string
const meetings: string[] = []

beforeEach(async () => {
  ground = await temporaryNotify(['Ada', 'Ben', 'Eve'])
  const [first, second, third] = ground.people as [Person, Person, Person]
  ;[ada, ben] = [first, second]
  const { ask, context } = ground
  const body = { name: 'Core', purpose: 'We read.', timeZone: 'Europe/Berlin', visibility: 'open' }
  circleId = granted(await ask(ada, circle.createCircle, { body })).id
  const params = { circleId }
  for (const { memberId } of [second, third])
    granted(await ask(ada, circle.seatMember, { params, body: { memberId } }))
  meetings.length = 0
  for (const week of [1, 2]) {
    const startsAt = context.clock.now() + (1 + 7 * week) * DAY
    const about = {
      title: `Talk ${week}`,
      format: 'brown-bag',
      startsAt,
      segments: [{ title: 'Talk', minutes: 5 }],
    }
    meetings.push(granted(await ask(ada, meeting.scheduleMeeting, { params, body: about })).id)
  }
})
afterEach(() => ground.close())

const seen = async (meetingId: string | undefined) => {
  const { meetings: planned } = granted(
    await ground.ask(ada, rota.readRotation, { params: { circleId }, query: {} }),
  )
  const cell = planned
    .find((one) => one.meetingId === meetingId)
    ?.cells.find(({ role }) => role === 'facilitator')
  return { memberId: cell?.memberId ?? null, version: cell?.version ?? 0 }
}
const assign = async (meetingId: string | undefined, to: Person) =>
  granted(
    await ground.ask(ada, rota.assignTurn, {
      params: { meetingId: meetingId ?? '', role: 'facilitator' },
      body: { seen: await seen(meetingId), memberId: to.memberId },
    }),
  )
/** Ada has the first meeting, Ben the second; Ada offers hers for his. */
const offer = async () => {
  const [give = '', take = ''] = meetings
  await assign(give, ada)
  await assign(take, ben)
  const turn = async (meetingId: string) => ({ meetingId, role: 'facilitator', seen: await seen(meetingId) })
  const body = { give: await turn(give), take: await turn(take) }
  return granted(await ground.ask(ada, rota.offerSwap, { params: { circleId }, body })).swapId
}
const answer = async (who: Person, command: typeof rota.acceptSwap, swapId: string, version = 1) =>
  granted(await ground.ask(who, command, { params: { circleId, swapId }, body: { version } }))
const toldTo = async (who: Person) => {
  await ground.settled()
  const { notifications } = granted(await ground.ask(who, notify.listNotifications))
  return notifications.map(({ about, title }) => `${about.kind} ${title}`).toSorted()
}

test('Whoever gets a turn from a host is told, and nobody is told of what they took themselves.', async () => {
  await assign(meetings[0], ben)
  await assign(meetings[1], ada)
  expect(await toldTo(ben)).toEqual(['assigned Talk 1'])
  expect(await toldTo(ada)).toEqual([])
})

test('Whoever is asked to swap is told, and the asker is told of a yes and of its undoing.', async () => {
  const swapId = await offer()
  expect(await toldTo(ben)).toContain('swap-offered Talk 2')
  expect(await toldTo(ada)).toEqual([])
  await answer(ben, rota.acceptSwap, swapId)
  expect(await toldTo(ada)).toEqual(['swap-accepted Talk 2'])
  await answer(ben, rota.undoSwap, swapId, 2)
  expect(await toldTo(ada)).toContain('swap-undone Talk 1')
})

test('Who was asked is told that the offer was taken back.', async () => {
  const swapId = await offer()
  await toldTo(ben)
  await answer(ada, rota.withdrawSwap, swapId)
  expect(await toldTo(ben)).toContain('swap-withdrawn Talk 2')
  expect(await toldTo(ada)).toEqual([])
})

test('A no is told to the asker.', async () => {
  await answer(ben, rota.declineSwap, await offer())
  expect(await toldTo(ada)).toEqual(['swap-declined Talk 2'])
})

test('An offer that ends because the other lets go of the turn is told to the asker as over.', async () => {
  await offer()
  const [, meetingId = ''] = meetings
  const turn = { params: { meetingId, role: 'facilitator' }, body: { seen: await seen(meetingId) } }
  granted(await ground.ask(ben, rota.declineTurn, turn))
  expect(await toldTo(ada)).toEqual(['swap-lapsed Talk 2'])
})

test('Who chose not to be told of swaps is not; turns that a host gives are told all the same.', async () => {
  granted(await ground.ask(ben, notify.choose, { body: { topic: 'swaps', here: false, mail: false } }))
  await offer()
  expect(await toldTo(ben)).toEqual(['assigned Talk 2'])
})

test('By mail it comes in the words of whoever gets it, with a way to the rota.', async () => {
  await offer()
  const { context, goTo, mailServer } = ground
  await goTo(context.clock.now() + DAY / 4)
  const mail = mailServer.got.find(({ to }) => to.includes('ben@example.org'))?.raw.replaceAll('=\r\n', '')
  expect(mail).toContain('Somebody would like to swap a turn with you')
  expect(mail).toContain(`/circles/${circleId}/rotation`)
})

test('A turn that comes to somebody after the reminder is told to them; further ahead the reminder will name it.', async () => {
  const { ask, context, people } = ground
  const body = { title: 'Soon', format: 'brown-bag', segments: [{ title: 'Talk', minutes: 5 }] }
  const soon = async (startsAt: number) =>
    granted(await ask(ada, meeting.scheduleMeeting, { params: { circleId }, body: { ...body, startsAt } })).id
  const holderIn = async (meetingId: string) => {
    const { memberId } = await seen(meetingId)
    return people.find((one) => one.memberId === memberId) as Person
  }
  const letGo = async (meetingId: string) => {
    const turn = { params: { meetingId, role: 'facilitator' }, body: { seen: await seen(meetingId) } }
    granted(await ask(await holderIn(meetingId), rota.declineTurn, turn))
    return holderIn(meetingId)
  }
  const near = await soon(context.clock.now() + DAY / 2)
  const next = await letGo(near)
  expect(await toldTo(next)).toContain('turn-came Soon')
  const far = await soon(context.clock.now() + 3 * DAY)
  const other = await letGo(far)
  expect((await toldTo(other)).filter((told) => told === 'turn-came Soon')).toHaveLength(
    other === next ? 1 : 0,
  )
})
