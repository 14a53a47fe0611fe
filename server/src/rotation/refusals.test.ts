import { seatMember } from '@rondo/shared/circle/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { startMeeting } from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { F, type TemporaryRota, temporaryRota } from '../meeting/temporary-rota.ts'

/** `refusedWithout` sees to it that nothing changed. */
let rota: TemporaryRota
let first: MeetingId
let second: MeetingId
let third: MeetingId
beforeEach(async () => {
  rota = await temporaryRota()
  ;[first = '' as MeetingId, second = '' as MeetingId, third = '' as MeetingId] = await rota.month()
})
afterEach(() => rota.close())

test('Whoever is away themselves on the day of the turn they ask for cannot have it by a swap.', async () => {
  const { ask, circleId, ada, offer, dayOfMeeting, refusedWithout } = rota
  const day = await dayOfMeeting(second)
  granted(await ask(ada, contract.addAway, { params: { circleId }, body: { from: day, to: day } }))
  expect(await refusedWithout(() => offer(ada, first, second))).toMatchObject({
    status: 409,
    reason: 'rotation.away',
  })
})

test('A newcomer cannot swap their way into leading their first meeting.', async () => {
  const { ask, circleId, ada, zoe, schedule, cell, offer, refusedWithout } = rota
  const fifth = await schedule(36)
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: zoe.memberId } }))
  expect(await cell(fifth)).toMatchObject({ memberId: zoe.memberId })
  expect(await refusedWithout(() => offer(zoe, fifth, first))).toMatchObject({
    status: 409,
    reason: 'rotation.first-meeting',
  })
  expect(await refusedWithout(() => offer(ada, first, fifth))).toMatchObject({
    reason: 'rotation.first-meeting',
  })
})

test('Only one’s own turn is offered, for somebody else’s, and none that waits for another answer.', async () => {
  const { ada, ben, eve, act, offer, refusedWithout } = rota
  expect(await refusedWithout(() => offer(eve, first, second))).toMatchObject({
    status: 403,
    reason: 'rotation.not-yours',
  })
  expect(await refusedWithout(() => offer(ada, first, first))).toMatchObject({ reason: 'rotation.nobody' })
  granted(await offer(ada, first, second))
  const taken = await refusedWithout(() => offer(eve, third, second))
  expect(taken).toMatchObject({ status: 409, reason: 'rotation.swap-open' })
  expect(taken.detail).toContain('Wait for its answer')
  expect((await act(ben, contract.acceptTurn, second)).ok).toBe(true)
})

test('A swapped turn is given back by undoing the swap, and a second undoing comes too late.', async () => {
  const { ada, ben, act, offer, answer, refusedWithout } = rota
  const { swapId } = granted(await offer(ada, first, second))
  granted(await answer(ben, contract.acceptSwap, swapId))
  const released = await refusedWithout(() => act(ben, contract.releaseTurn, first))
  expect(released).toMatchObject({ status: 409, reason: 'rotation.swapped' })
  granted(await answer(ben, contract.undoSwap, swapId, 2))
  expect(await refusedWithout(() => answer(ada, contract.undoSwap, swapId, 3))).toMatchObject({
    status: 409,
    reason: 'rotation.swap-undone',
  })
})

test('An offer for a turn in a meeting that has begun is no longer accepted.', async () => {
  const { ask, ada, ben, follower, offer, answer, refusedWithout } = rota
  const { swapId } = granted(await offer(ada, first, second))
  granted(await ask(ada, startMeeting, { params: { meetingId: first } }))
  await follower.settled()
  const late = await refusedWithout(() => answer(ben, contract.acceptSwap, swapId, 2))
  expect(late).toMatchObject({ status: 409 })
  expect(['rotation.not-to-come', 'rotation.swap-lapsed']).toContain(late.reason)
})

test('Whoever said "not yet" is not named by a host, and a turn that nobody has is not skipped.', async () => {
  const { ask, circleId, ada, ben, dan, eve, act, refusedWithout } = rota
  for (const one of [ada, ben, eve, dan])
    granted(await ask(one, contract.sayNotYet, { params: { circleId, role: F }, body: { until: null } }))
  expect(
    await refusedWithout(() => act(ada, contract.assignTurn, first, { memberId: dan.memberId })),
  ).toMatchObject({ status: 409, reason: 'rotation.not-yet' })
  expect(await refusedWithout(() => act(ada, contract.skipTurn, first))).toMatchObject({
    status: 409,
    reason: 'rotation.nobody',
  })
})
