import {
  acceptInvitation,
  invite,
  listMembers,
  readMember,
  readSession,
} from '@rondo/shared/account/contract.ts'
import { changeCircle } from '@rondo/shared/circle/contract.ts'
import * as contract from '@rondo/shared/guest/contract.ts'
import { guestLimits } from '@rondo/shared/guest/model.ts'
import type { GuestLinkId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import {
  cancelMeeting,
  joinMeeting,
  readMeeting,
  setWindow,
  startMeeting,
  wrapMeeting,
} from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf } from '../journal/temporary-people.ts'
import { type Jar, temporaryGuests } from './temporary-guests.ts'

let world: Awaited<ReturnType<typeof temporaryGuests>>
beforeEach(async () => {
  world = await temporaryGuests()
})
afterEach(() => world.context.close())

const params = () => ({ meetingId: world.meetingId })
const stateOf = async (jar: Jar) => (await jar.ask(readSession, {})).value
const reads = async (jar: Jar) => (await jar.ask(readMeeting, { params: params() })).status

test('A link and a name are enough: the guest reads the meeting, joins it, and is called by name there.', async () => {
  const { token } = await world.link()
  const before = await world.stranger().ask(contract.readGuestLink, { body: { token } })
  expect(before.value).toMatchObject({ title: 'Brown-bag', circleName: 'Reading', invitedBy: 'Ada' })
  const { jar, entered, id } = await world.come(token)
  expect(entered).toMatchObject({
    status: 200,
    value: { name: 'Mira Holm', ended: null, circleName: 'Reading' },
  })
  expect((await jar.ask(readMeeting, { params: params() })).value).toMatchObject({
    mayWrite: true,
    rsvps: [],
    previous: null,
    next: null,
  })
  await world.ada.ask(startMeeting, { params: params() })
  expect((await jar.ask(joinMeeting, { params: params() })).status).toBe(200)
  const meeting = (await world.ada.ask(readMeeting, { params: params() })).value
  expect(foldMeeting(meeting.events)).toMatchObject({
    attended: [{ memberId: world.adaId }, { memberId: id }],
  })
  const { people } = (await jar.ask(contract.listPeopleInMeeting, { params: params() })).value
  expect(people.map(({ name, isGuest }) => [name, isGuest])).toEqual([
    ['Ada', false],
    ['Mira Holm', true],
  ])
})

test('A guest is no member: in no list, with no address, and nobody can be given a seat of that id.', async () => {
  const { id } = await world.come((await world.link()).token)
  expect((await world.ada.ask(listMembers, {})).value.members.map(({ name }) => name)).toEqual(['Ada'])
  expect((await world.ada.ask(readMember, { params: { memberId: id } })).status).toBe(404)
  const { guests } = (await world.ada.ask(contract.listGuests, {})).value
  expect(guests).toEqual([{ id, name: 'Mira Holm', colour: 9, meetingId: world.meetingId, isGuest: true }])
})

test('Wrapping up counts everybody but guests.', async () => {
  const { jar } = await world.come((await world.link()).token)
  await world.ada.ask(startMeeting, { params: params() })
  await jar.ask(joinMeeting, { params: params() })
  expect((await world.ada.ask(wrapMeeting, { params: params(), body: { noNextStep: true } })).status).toBe(
    200,
  )
  const rows = await world.context.db.read.selectFrom('attendance').select('memberId').execute()
  expect(rows.map(({ memberId }) => memberId)).toEqual([world.adaId])
})

test('Opening the link twice in one browser makes nobody twice; another browser is somebody else.', async () => {
  const { token } = await world.link()
  const { jar, id } = await world.come(token)
  const again = await world.come(token, 'Another name', jar)
  expect(again.entered.value).toMatchObject({ id, name: 'Mira Holm' })
  expect((await world.come(token)).id).not.toBe(id)
  const { links } = (await world.ada.ask(contract.listGuestLinks, { params: params() })).value
  expect(links).toMatchObject([{ madeBy: world.adaId, guests: 2, revokedAt: null }])
})

test('Wrong, ended and late links are refused in the same words, before and at the door.', async () => {
  const [ended, late] = [await world.link(), await world.link()]
  const open = { ...params(), guestLinkId: ended.id }
  expect((await world.ada.ask(contract.revokeGuestLink, { params: open })).status).toBe(204)
  const refusals = async (token: string) => {
    const jar = world.stranger()
    const read = await jar.ask(contract.readGuestLink, { body: { token } })
    return [read.status, read.text, (await world.come(token)).entered.text]
  }
  const wrong = await refusals('A'.repeat(43))
  expect(await refusals(ended.token)).toEqual(wrong)
  world.context.clock.advance(3 * DAY)
  expect(await refusals(late.token)).toEqual(wrong)
  expect(wrong[0]).toBe(410)
})

test('Whoever guesses is slowed down, and whoever has a link is not.', async () => {
  const { token } = await world.link()
  const guess = (n: number) =>
    world.stranger().ask(contract.readGuestLink, { body: { token: String(n).padStart(43, 'A') } })
  for (let n = 0; n < 30; n++) {
    expect((await world.stranger().ask(contract.readGuestLink, { body: { token } })).status).toBe(200)
    expect((await guess(n)).status).toBe(410)
  }
  expect((await guess(31)).status).toBe(429)
  world.context.clock.advance(MINUTE)
  expect((await guess(32)).status).toBe(410)
})

test('The secrets stand in no table and in no log line.', async () => {
  const { token } = await world.link()
  const { jar } = await world.come(token)
  const session = jar.cookies.get('__Host-rondo-guest') ?? ''
  expect([token.length, session.length]).toEqual([43, 43])
  const kept = (await dumpOf(world.context)) + world.lines.join()
  for (const secret of [token, session]) expect(kept).not.toContain(secret)
  // Control: what is kept of a guest is in there.
  expect(kept).toContain('Mira Holm')
})

test('An ended link puts out who came by it, and nobody else.', async () => {
  const [one, two] = [await world.link(), await world.link()]
  const [out, stays] = [await world.come(one.token), await world.come(two.token)]
  await world.ada.ask(contract.revokeGuestLink, { params: { ...params(), guestLinkId: one.id } })
  expect([await reads(out.jar), await reads(stays.jar)]).toEqual([401, 200])
  expect(await stateOf(out.jar)).toMatchObject({ state: 'guest', guest: { ended: { why: 'link' } } })
  // Ended twice is ended once.
  const again = await world.ada.ask(contract.revokeGuestLink, {
    params: { ...params(), guestLinkId: one.id },
  })
  expect(again.status).toBe(204)
  const guestLinkId = '00000000-0000-4000-8000-00000000000f' as GuestLinkId
  const none = await world.ada.ask(contract.revokeGuestLink, { params: { ...params(), guestLinkId } })
  expect(none.status).toBe(404)
})

test('Two days after its beginning the page closes to guests, who are told since when.', async () => {
  const { jar } = await world.come((await world.link()).token)
  const { until } = (await world.ada.ask(contract.listGuestLinks, { params: params() })).value
  expect(until).toBe(world.context.clock.now() + 49 * HOUR)
  world.context.clock.advance(49 * HOUR - 1)
  expect(await reads(jar)).toBe(200)
  world.context.clock.advance(1)
  expect(await reads(jar)).toBe(401)
  expect(await stateOf(jar)).toMatchObject({
    state: 'guest',
    guest: { ended: { why: 'time', since: until } },
  })
  const late = await world.ada.ask(contract.makeGuestLink, { params: params() })
  expect([late.status, late.reason]).toEqual([409, 'guest.closed'])
})

test('A window that is made longer keeps the page open to guests as long.', async () => {
  const { jar } = await world.come((await world.link()).token)
  const from = { before: 24 * 60, after: 48 * 60 }
  const to = { ...from, after: 72 * 60 }
  expect((await world.ada.ask(setWindow, { params: params(), body: { from, to } })).status).toBe(200)
  world.context.clock.advance(73 * HOUR - 1)
  expect(await reads(jar)).toBe(200)
  world.context.clock.advance(1)
  expect(await reads(jar)).toBe(401)
})

test('A circle that becomes confidential puts its guests out for good, and makes no links.', async () => {
  const { token } = await world.link()
  const { jar } = await world.come(token)
  const change = async (visibility: 'open' | 'confidential') =>
    world.ada.ask(changeCircle, { params: { circleId: world.circleId }, body: { visibility } })
  await change('confidential')
  expect([await reads(jar), (await world.come(token)).entered.status]).toEqual([401, 410])
  const made = await world.ada.ask(contract.makeGuestLink, { params: params() })
  expect([made.status, made.reason]).toEqual([409, 'guest.confidential'])
  await change('open')
  expect([await reads(jar), (await world.come(token)).entered.status]).toEqual([401, 410])
  // Control: a link that is made now opens.
  expect((await world.come((await world.link()).token)).entered.status).toBe(200)
})

test('A link lets in so many and no more, and a meeting has so many links.', async () => {
  const { token } = await world.link()
  for (let n = 0; n < guestLimits.perLink; n++) expect((await world.come(token)).entered.status).toBe(200)
  const full = await world.come(token)
  expect([full.entered.status, full.entered.reason]).toEqual([409, 'guest.full'])
  for (let n = 1; n < guestLimits.openLinks; n++) await world.link()
  const more = await world.ada.ask(contract.makeGuestLink, { params: params() })
  expect([more.status, more.reason]).toEqual([409, 'guest.too-many-links'])
})

test('Whoever came by links that were ended takes no place from those who come by another.', async () => {
  for (let links = 0; links < guestLimits.perMeeting / guestLimits.perLink; links++) {
    const { token, id: guestLinkId } = await world.link()
    for (let n = 0; n < guestLimits.perLink; n++) await world.come(token)
    await world.ada.ask(contract.revokeGuestLink, { params: { ...params(), guestLinkId } })
  }
  expect((await world.come((await world.link()).token)).entered.status).toBe(200)
})

test('Nobody is invited to a meeting that was called off, and only who writes in it invites.', async () => {
  const { link } = (await world.ada.ask(invite, { body: {} })).value
  const eve = world.stranger()
  await eve.ask(acceptInvitation, { body: newcomer(link, 'Eve') })
  expect((await eve.ask(contract.makeGuestLink, { params: params() })).status).toBe(403)
  expect((await eve.ask(contract.listGuestLinks, { params: params() })).status).toBe(403)
  await world.ada.ask(cancelMeeting, { params: params(), body: { reason: 'Rain' } })
  const made = await world.ada.ask(contract.makeGuestLink, { params: params() })
  expect([made.status, made.reason]).toEqual([409, 'guest.cancelled'])
})

test('A member who opens a link is told to go as themself, and is nobody’s guest.', async () => {
  const { token } = await world.link()
  const entered = (await world.come(token, 'Ada again', world.ada)).entered
  expect([entered.status, entered.reason]).toEqual([409, 'guest.signed-in'])
  expect((await world.ada.ask(contract.listGuests, {})).value.guests).toEqual([])
})

test('Whoever leaves is nobody’s guest any more.', async () => {
  const { jar } = await world.come((await world.link()).token)
  expect((await jar.ask(contract.leaveAsGuest, {})).status).toBe(204)
  expect([jar.cookies.size, await reads(jar), (await stateOf(jar)).state]).toEqual([0, 401, 'signed-out'])
})

const newcomer = (link: string, name: string, keepGuest = false) => ({
  token: link.split('/').at(-1) ?? '',
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: 'a long enough sentence',
  timeZone: 'Europe/Berlin',
  keepGuest,
})

const invited = async () => (await world.ada.ask(invite, { body: { circleId: world.circleId } })).value.link

test('A guest who joins from the same browser is the same person, now with an account.', async () => {
  const { jar, id } = await world.come((await world.link()).token)
  await world.ada.ask(startMeeting, { params: params() })
  await jar.ask(joinMeeting, { params: params() })
  world.context.clock.advance(5 * DAY)
  const accepted = await jar.ask(acceptInvitation, { body: newcomer(await invited(), 'Mira', true) })
  expect(accepted.value).toMatchObject({ account: { id, name: 'Mira', role: 'member' } })
  expect(await stateOf(jar)).toMatchObject({ state: 'signed-in', account: { id } })
  expect(jar.cookies.has('__Host-rondo-guest')).toBe(false)
  const { members } = (await world.ada.ask(listMembers, {})).value
  expect(members.map(({ name }) => name)).toEqual(['Ada', 'Mira'])
  expect((await world.ada.ask(contract.listGuests, {})).value.guests).toEqual([])
  const { events } = (await jar.ask(readMeeting, { params: params() })).value
  expect(foldMeeting(events)).toMatchObject({ attended: [{ memberId: world.adaId }, { memberId: id }] })
})

test('What was written as a guest is kept once, by that browser only, and not after a month.', async () => {
  const { jar, id } = await world.come((await world.link()).token)
  const stolen = await world
    .stranger()
    .ask(acceptInvitation, { body: newcomer(await invited(), 'Eve', true) })
  expect([stolen.status, stolen.reason]).toEqual([409, 'account.guest-kept'])
  const second = world.stranger()
  for (const [name, value] of jar.cookies) second.cookies.set(name, value)
  const [links, tabs] = [
    [await invited(), await invited()],
    [jar, second],
  ]
  const both = await Promise.all(
    tabs.map((tab, n) => tab.ask(acceptInvitation, { body: newcomer(links[n] ?? '', `Mira${n}`, true) })),
  )
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(both.find(({ status }) => status === 200)?.value.account.id).toBe(id)
  const late = await world.come((await world.link()).token)
  for (let tenDays = 0; tenDays < 4; tenDays++) {
    world.context.clock.advance(10 * DAY)
    await stateOf(world.ada)
  }
  const tooLate = await late.jar.ask(acceptInvitation, { body: newcomer(await invited(), 'Late', true) })
  expect([tooLate.status, tooLate.reason]).toEqual([409, 'account.guest-kept'])
  // Whoever does not want it joins all the same.
  expect((await late.jar.ask(acceptInvitation, { body: newcomer(await invited(), 'Late') })).status).toBe(200)
})

test('An address that is taken refuses the account, and the guest stays who they were.', async () => {
  const { jar, id } = await world.come((await world.link()).token)
  const body = { ...newcomer(await invited(), 'Mira', true), email: 'ada@example.org' }
  const refused = await jar.ask(acceptInvitation, { body })
  expect([refused.status, refused.reason]).toEqual([409, 'account.email-taken'])
  expect(await stateOf(jar)).toMatchObject({ state: 'guest', guest: { id, ended: null } })
})
