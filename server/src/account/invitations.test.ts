import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Browser, type House, person, temporaryHouse } from './temporary-house.ts'

const circleId = '00000000-0000-4000-8000-00000000c1c1' as CircleId
let house: House
let ana: Browser
beforeEach(async () => {
  house = await temporaryHouse()
  ana = house.browser()
  await ana.setUp()
})
afterEach(() => house.close())

const invite = async (body: object = {}) => {
  const { json } = await ana.send('POST', '/api/invitations', body)
  return { ...json, token: json.link.split('/').at(-1) as string }
}
const acceptAs = (name: string, token: string) =>
  house.browser().send('POST', '/api/invitations/accept', { token, ...person(name) })

test('An invitation shows where it leads, makes an account with the next colour, and a seat in its circle.', async () => {
  const { token, link } = await invite({ circleId })
  expect(link).toMatch(/^http:\/\/localhost:3000\/invitations\/[A-Za-z0-9_-]{43}$/)
  const shown = await house.browser().send('POST', '/api/invitations/read', { token })
  expect(shown.json).toMatchObject({ workspaceName: 'Orchard', invitedBy: 'ana', circleName: 'Circle' })
  const bob = house.browser()
  const { json } = await bob.send('POST', '/api/invitations/accept', { token, ...person('bob') })
  expect(json).toMatchObject({ circleId, account: { name: 'bob', role: 'member', colour: 2 } })
  expect(await bob.state()).toBe('signed-in')
  expect(house.seats).toEqual([[circleId, json.account.id]])
})

test('Fifty that accept one invitation at once make exactly one account.', async () => {
  const { token } = await invite()
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => acceptAs(`person${i}`, token)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 410)).toHaveLength(49)
  expect(await house.db.read.selectFrom('member').selectAll().execute()).toHaveLength(2)
})

test('Used, revoked, expired and unknown invitations are gone, all with the same words.', async () => {
  const used = await invite()
  await acceptAs('bob', used.token)
  const revoked = await invite()
  expect((await ana.send('DELETE', `/api/invitations/${revoked.id}`)).status).toBe(204)
  const expired = await invite()
  house.clock.advance(7 * DAY)
  const fresh = await invite()
  const answers = await Promise.all(
    [used.token, revoked.token, expired.token, 'A'.repeat(43)].map((token) => acceptAs('eve', token)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410]))
  expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1)
  expect((await acceptAs('eve', fresh.token)).status).toBe(200)
})

test('An invitation to a circle is void once its maker may not invite there any more.', async () => {
  const { token } = await invite({ circleId })
  house.forbidden.add(circleId)
  expect((await acceptAs('bob', token)).status).toBe(410)
  expect((await ana.send('POST', '/api/invitations', { circleId })).status).toBe(404)
})

test('An e-mail address that has an account is refused, and the invitation stays usable.', async () => {
  const { token } = await invite()
  const taken = await acceptAs('ana', token)
  expect([taken.status, taken.json.reason]).toEqual([409, 'account.email-taken'])
  expect((await acceptAs('bob', token)).status).toBe(200)
})

test('Somebody with an account joins the circle and the invitation is spent.', async () => {
  const first = await invite()
  const bob = house.browser()
  await bob.send('POST', '/api/invitations/accept', { token: first.token, ...person('bob') })
  const { token } = await invite({ circleId })
  expect((await bob.send('POST', '/api/invitations/join', { token })).json).toEqual({ circleId })
  expect(house.seats).toHaveLength(1)
  expect((await bob.send('POST', '/api/invitations/join', { token })).status).toBe(410)
})

test('Members see and revoke only the open invitations that they made, without secrets.', async () => {
  const { token, id } = await invite()
  const bob = house.browser()
  await bob.send('POST', '/api/invitations/accept', { token: (await invite()).token, ...person('bob') })
  const { json } = await ana.send('GET', '/api/invitations')
  expect(json.invitations).toEqual([expect.objectContaining({ id, circleId: null })])
  expect(JSON.stringify(json)).not.toContain(token)
  expect((await bob.send('GET', '/api/invitations')).json.invitations).toEqual([])
  expect((await bob.send('DELETE', `/api/invitations/${id}`)).status).toBe(404)
  const { rows } = await sql`select * from invitation`.execute(house.db.read)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('A weak password or a wrong field is named and uses nothing up.', async () => {
  const { token } = await invite()
  const weak = await house
    .browser()
    .send('POST', '/api/invitations/accept', { token, ...person('bob'), password: 'short' })
  expect([weak.status, weak.json.errors[0].field]).toEqual([400, 'password'])
  expect((await acceptAs('bob', token)).status).toBe(200)
})

test('At most twenty invitations an hour.', async () => {
  for (let i = 0; i < 20; i += 1) await invite()
  expect((await ana.send('POST', '/api/invitations', {})).status).toBe(429)
})
