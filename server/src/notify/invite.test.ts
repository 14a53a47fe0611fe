import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meetings from '@rondo/shared/meeting/contract.ts'
import * as floor from '@rondo/shared/meeting/floor-contract.ts'
import * as contract from '@rondo/shared/notify/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryNotify } from './temporary-notify.ts'

let world: Awaited<ReturnType<typeof temporaryNotify>>
let ada: Principal
let ben: Principal
let cleo: Principal
let eve: Principal
let params: { meetingId: string }

const TEXT = 'I would like to hear what you make of it.'

beforeEach(async () => {
  world = await temporaryNotify(['Ada', 'Ben', 'Cleo', 'Eve'])
  ;[ada, ben, cleo, eve] = world.people as [Principal, Principal, Principal, Principal]
  const about = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  const circleId = granted(await world.ask(ada, createCircle, { body: about })).id
  for (const who of [ben, cleo]) granted(await world.ask(who, joinCircle, { params: { circleId } }))
  const body = {
    title: 'Talk',
    format: 'learning-circle',
    startsAt: world.context.clock.now(),
    segments: [{ title: 'Check-in', minutes: 5 }],
    facilitatorId: ada.memberId,
  }
  const { id } = granted(await world.ask(ada, meetings.scheduleMeeting, { params: { circleId }, body }))
  params = { meetingId: id }
  granted(await world.ask(ada, meetings.startMeeting, { params }))
  for (const who of [ben, cleo]) granted(await world.ask(who, meetings.joinMeeting, { params }))
})
afterEach(() => world.close())

const invite = (by: Principal, to: Principal, text = TEXT) =>
  world.ask(by, contract.inviteToSpeak, { params, body: { to: to.memberId, text } })
const told = async (who: Principal) => {
  await world.settled()
  const { notifications } = granted(await world.ask(who, contract.listNotifications))
  return notifications.filter(({ about }) => about.kind === 'invited')
}

test('An invitation reaches the one it is for, in the words and the name of whoever sent it.', async () => {
  granted(await invite(ada, ben))
  expect(await told(ben)).toMatchObject([{ about: { by: ada.memberId, text: TEXT }, readAt: null }])
})

test('Nobody else hears of an invitation: not in a list, not in a fact, not in the log, not by mail.', async () => {
  const head = await world.context.journal.head(world.context.db.read)
  granted(await invite(ada, ben))
  expect(await told(ben)).toHaveLength(1)
  for (const other of [ada, cleo, eve]) {
    expect(await told(other)).toEqual([])
    const meeting = await world.ask(other, meetings.readMeeting, { params })
    const word = await world.ask(other, floor.readFloor, { params })
    for (const { text } of [meeting, word]) {
      expect(text).not.toContain(TEXT)
      expect(text).not.toContain('invited')
    }
  }
  const facts = await world.context.journal.readAfter(world.context.db.read, head, 100)
  expect(facts.map(({ name, payload, audience, by }) => ({ name, payload, audience, by }))).toEqual([
    { name: 'notifications.changed', payload: {}, audience: { members: [ben.memberId] }, by: null },
  ])
  await world.goTo(world.context.clock.now() + 120 * MINUTE)
  expect(world.mailServer.got).toEqual([])
  const tables: [string, object[]][] = JSON.parse(await dumpOf(world.context))
  const holding = tables.filter(([, rows]) => JSON.stringify(rows).includes(TEXT)).map(([name]) => name)
  expect(holding).toEqual(['notification'])
})

test('Only whoever facilitates invites, and a co-facilitator, somebody else of the circle.', async () => {
  const before = await dumpOf(world.context)
  expect(refused(await invite(ben, cleo))).toMatchObject({ status: 403, reason: 'meeting.not-facilitator' })
  expect(refused(await invite(eve, cleo)).status).toBe(403)
  expect(refused(await invite(ada, eve)).status).toBe(400)
  expect(refused(await invite(ada, ada)).status).toBe(400)
  expect(refused(await invite(ada, ben, ' ')).status).toBe(400)
  expect(refused(await invite(ada, ben, 'x'.repeat(401))).status).toBe(400)
  expect(await dumpOf(world.context)).toBe(before)
  const body = { from: null, to: cleo.memberId }
  granted(await world.ask(ada, floor.nameCoFacilitator, { params, body }))
  granted(await invite(cleo, ben))
})

test('Nobody is invited again and again, and a sender has a measure; another sender learns nothing of it.', async () => {
  granted(await invite(ada, ben))
  expect(refused(await invite(ada, ben))).toMatchObject({ status: 429, reason: 'notify.invited-already' })
  const body = { from: null, to: cleo.memberId }
  granted(await world.ask(ada, floor.nameCoFacilitator, { params, body }))
  granted(await invite(cleo, ben))
  await world.goTo(world.context.clock.now() + 10 * MINUTE)
  granted(await invite(ada, ben))
})

test('What was not shown before the meeting was over is not shown at all.', async () => {
  granted(await world.ask(ada, meetings.wrapMeeting, { params, body: { noNextStep: true } }))
  expect(refused(await invite(ada, ben)).status).toBe(403)
})
