import { unseatMember } from '@rondo/shared/circle/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { N, type TemporaryRota, temporaryRota } from '../meeting/temporary-rota.ts'

let rota: TemporaryRota
beforeEach(async () => {
  rota = await temporaryRota()
})
afterEach(() => rota.close())

test('ROTA-17 A swap moves nothing until it is accepted, and undoing it restores the plan.', async () => {
  const { ada, ben, eve, month, rotation, who, cell, offer, answer, refusedWithout } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const before = await who()
  const notes = await who(N)
  const { swapId } = granted(await offer(ada, first, second))
  expect(await who()).toEqual(before)
  expect(await cell(first)).toMatchObject({ swapId, state: 'proposed' })
  expect((await rotation()).swaps).toMatchObject([{ id: swapId, by: ada.memberId, to: ben.memberId }])
  expect(await refusedWithout(() => answer(eve, contract.acceptSwap, swapId))).toMatchObject({ status: 403 })
  granted(await answer(ben, contract.acceptSwap, swapId))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  expect(await cell(first)).toMatchObject({
    state: 'swapped',
    reason: { kind: 'swapped', with: ada.memberId },
  })
  granted(await answer(ada, contract.undoSwap, swapId, 2))
  expect([await who(), await who(N)]).toEqual([before, notes])
  expect((await rotation()).swaps).toEqual([])
})

test('An offer that was taken back, declined or answered cannot be accepted, and says why.', async () => {
  const { ada, ben, month, offer, answer, refusedWithout } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const one = granted(await offer(ada, first, second)).swapId
  granted(await answer(ada, contract.withdrawSwap, one))
  const withdrawn = await refusedWithout(() => answer(ben, contract.acceptSwap, one))
  expect(withdrawn).toMatchObject({
    status: 409,
    reason: 'rotation.swap-withdrawn',
    detail: 'This offer was taken back.',
  })
  const two = granted(await offer(ada, first, second)).swapId
  granted(await answer(ben, contract.declineSwap, two))
  expect(await refusedWithout(() => answer(ben, contract.acceptSwap, two))).toMatchObject({ status: 409 })
})

test('Accepting and taking back at the same time ends in one of the two.', async () => {
  const { ada, ben, month, who, offer, answer } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const { swapId } = granted(await offer(ada, first, second))
  const answers = await Promise.all([
    answer(ben, contract.acceptSwap, swapId),
    answer(ada, contract.withdrawSwap, swapId),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]))
  expect((await who()).slice(0, 2)).toEqual(answers[0]?.ok ? ['ben', 'ada'] : ['ada', 'ben'])
})

test('A swap with somebody who is away is refused, and an open offer lapses when one of the two goes away.', async () => {
  const { ask, circleId, ada, ben, month, rotation, offer, answer, dayOfMeeting, refusedWithout } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const day = await dayOfMeeting(first)
  const away = { params: { circleId }, body: { from: day, to: day } }
  const { swapId } = granted(await offer(ada, first, second))
  const { awayId } = granted(await ask(ada, contract.addAway, away))
  expect((await rotation()).swaps).toEqual([])
  expect(await refusedWithout(() => answer(ben, contract.acceptSwap, swapId, 2))).toMatchObject({
    status: 409,
    reason: 'rotation.swap-lapsed',
  })
  granted(await ask(ada, contract.removeAway, { params: { circleId, awayId } }))
  granted(await ask(ben, contract.addAway, away))
  expect(await refusedWithout(() => offer(ada, first, second))).toMatchObject({
    status: 409,
    reason: 'rotation.away',
  })
})

test('That an offer lapsed is told to those who are still there, not to whoever left.', async () => {
  const { context, ask, circleId, ada, ben, month, offer } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  granted(await offer(ada, first, second))
  const before = await context.journal.head(context.db.read)
  granted(await ask(ben, unseatMember, { params: { circleId, memberId: ben.memberId } }))
  await rota.follower.settled()
  const told = await context.journal.readAfter(context.db.read, before, 50)
  const lapsed = told.filter(({ name }) => name === 'rotation.swap-changed')
  expect(lapsed.map(({ audience }) => audience)).toEqual([{ members: [ada.memberId] }])
})
