import { DAY } from '@rondo/shared/kernel/time.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCookie } from './cookie.ts'
import { type House, PASSWORD, person, temporaryHouse } from './temporary-house.ts'

let house: House
beforeEach(async () => {
  house = await temporaryHouse()
})
afterEach(() => house.close())

test('A session ends 14 days after its last use: a second before it lives, a second after it is gone.', async () => {
  const ana = house.browser()
  await ana.setUp()
  house.clock.advance(14 * DAY - 1000)
  expect(await ana.state()).toBe('signed-in')
  house.clock.advance(14 * DAY + 1000)
  expect(await ana.state()).toBe('signed-out')
})

test('However much it is used, a session ends after 90 days.', async () => {
  const ana = house.browser()
  await ana.setUp()
  for (let day = 0; day < 89; day += 1) {
    house.clock.advance(DAY)
    expect(await ana.state()).toBe('signed-in')
  }
  house.clock.advance(DAY - 1000)
  expect(await ana.state()).toBe('signed-in')
  house.clock.advance(1000)
  expect(await ana.state()).toBe('signed-out')
})

test('Looking without using does not keep a session alive.', async () => {
  const ana = house.browser()
  await ana.setUp()
  house.clock.advance(13 * DAY)
  expect(await house.context.sessions.read(ana.cookie, { use: false })).not.toBeNull()
  house.clock.advance(2 * DAY)
  expect(await ana.state()).toBe('signed-out')
})

test('The database holds no token that would open a session.', async () => {
  const ana = house.browser()
  await ana.setUp()
  const token = ana.cookie?.split('=')[1] ?? ''
  const { rows } = await sql<{ id: string }>`select * from session`.execute(house.db.read)
  expect(token.length).toBeGreaterThan(30)
  expect(JSON.stringify(rows)).not.toContain(token)
  const stolen = house.browser()
  stolen.cookie = `rondo=${rows[0]?.id}`
  expect(await stolen.state()).toBe('signed-out')
})

test('A cookie that was there before sign-in is never adopted, and one of an earlier session ends.', async () => {
  const ana = house.browser()
  await ana.setUp()
  const planted = house.browser()
  planted.cookie = 'rondo=abcdefghijklmnopqrstuvwxyz234567abcdefgh'
  await planted.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
  expect(planted.cookie).not.toContain('abcdefghijklmnopqrstuvwxyz234567abcdefgh')
  const before = ana.cookie
  await ana.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
  expect(ana.cookie).not.toBe(before)
  const old = house.browser()
  old.cookie = before
  expect(await old.state()).toBe('signed-out')
  expect(await ana.state()).toBe('signed-in')
})

describe('Leaving', () => {
  test('Sign out ends this session and takes the cookie; others go on; whoever holds sockets is told.', async () => {
    const [here, there] = [house.browser(), house.browser()]
    const { id } = await here.setUp()
    await there.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
    const ended: unknown[] = []
    house.context.sessions.onEnded((one) => ended.push(one))
    const stolen = house.browser()
    stolen.cookie = here.cookie
    expect((await here.send('DELETE', '/api/sessions/current')).status).toBe(204)
    expect(here.cookie).toBeUndefined()
    expect(await stolen.state()).toBe('signed-out')
    expect(await there.state()).toBe('signed-in')
    expect(ended).toEqual([{ memberId: id, sessionId: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  test('Sign out everywhere ends every session of the member and of nobody else.', async () => {
    const [here, there] = [house.browser(), house.browser()]
    const { id } = await here.setUp()
    await there.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
    const { link } = (await here.send('POST', '/api/invitations', {})).json
    const bob = house.browser()
    await bob.send('POST', '/api/invitations/accept', { token: link.split('/').at(-1), ...person('bob') })
    const ended: unknown[] = []
    house.context.sessions.onEnded((one) => ended.push(one))
    await here.send('DELETE', '/api/sessions')
    expect([await here.state(), await there.state(), await bob.state()]).toEqual([
      'signed-out',
      'signed-out',
      'signed-in',
    ])
    expect(ended).toEqual([{ memberId: id, sessionId: null }])
  })

  test('A new password ends every other session; the one that changed it goes on with a new token.', async () => {
    const [here, there] = [house.browser(), house.browser()]
    await here.setUp()
    await there.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
    const before = here.cookie
    const next = 'another long password'
    expect((await here.send('POST', '/api/account/password', { current: 'wrong', next })).status).toBe(403)
    expect((await here.send('POST', '/api/account/password', { current: PASSWORD, next })).status).toBe(204)
    expect(here.cookie).not.toBe(before)
    expect([await here.state(), await there.state()]).toEqual(['signed-in', 'signed-out'])
    const again = house.browser()
    expect(
      (await again.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })).status,
    ).toBe(401)
    expect(
      (await again.send('POST', '/api/sessions', { email: 'ana@example.org', password: next })).status,
    ).toBe(200)
  })
})

describe('The cookie', () => {
  const cookieOf = async (publicUrl: string) => {
    const other = await temporaryHouse({ publicUrl })
    const browser = other.browser()
    const answer = await browser.send('POST', '/api/setup', { workspaceName: 'Orchard', ...person('ana') })
    await other.close()
    return answer.headers.get('set-cookie') ?? ''
  }

  test('behind TLS it is __Host-, Secure, HttpOnly, SameSite=Lax, for the whole site and no domain.', async () => {
    const cookie = await cookieOf('https://rondo.example.org')
    expect(cookie).toMatch(/^__Host-rondo=[a-z0-9]{40};/)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  })

  test('on plain http it is not Secure, or the browser would not keep it.', async () => {
    const cookie = await cookieOf(`http://localhost:3000`)
    expect(cookie).toMatch(/^rondo=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).not.toContain('Secure')
  })

  test('sent twice it is refused, and a name that only looks alike does not count.', async () => {
    const ana = house.browser()
    await ana.setUp()
    const real = ana.cookie
    ana.cookie = `rondo=planted; ${real}`
    expect((await ana.send('GET', '/api/session')).status).toBe(400)
    expect(await house.context.sessions.read(ana.cookie)).toBeNull()
    expect(readCookie(`\u00a0rondo=evil; ${real}`, 'rondo')).toEqual({ kind: 'one', value: real?.slice(6) })
    expect(readCookie(`xrondo=evil; RONDO=evil`, 'rondo')).toEqual({ kind: 'none' })
  })
})
