import { DAY } from '@rondo/shared/kernel/time.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, PASSWORD, person, temporaryHouse } from './temporary-house.ts'

let house: House
beforeEach(async () => {
  house = await temporaryHouse()
  await house.browser().setUp()
})
afterEach(() => house.close())

const from = (address: string) => ({ 'x-forwarded-for': `${address}, 192.0.2.1` })
const attempt = (password: string, address = '203.0.113.1', email = 'ana@example.org') =>
  house.browser().send('POST', '/api/sessions', { email, password }, from(address))

test('The right password signs in, in any case of the e-mail address; the answer never has the hash.', async () => {
  const answer = await attempt(PASSWORD, undefined, 'ANA@Example.org')
  expect(answer.status).toBe(200)
  expect(answer.json).toMatchObject({ name: 'ana', role: 'owner', colour: 1, email: 'ana@example.org' })
  expect(JSON.stringify(answer.json)).not.toContain('argon2')
})

test('A wrong password and an unknown e-mail address get the very same answer.', async () => {
  const wrong = await attempt('not it')
  const unknown = await attempt('not it', '203.0.113.2', 'nobody@example.org')
  expect(wrong.status).toBe(401)
  expect(unknown.json).toEqual(wrong.json)
})

test('Both are verified against a hash, so neither is told by its time.', async () => {
  const { passwords } = house.context
  const stored = await passwords.hash('something else')
  const time = async (against: string | null) => {
    const began = performance.now()
    for (let i = 0; i < 200; i += 1) await passwords.verify(against, 'not it')
    return performance.now() - began
  }
  await time(null)
  const [known, unknown] = [await time(stored), await time(null)]
  expect(unknown / known).toBeGreaterThan(0.3)
  expect(unknown / known).toBeLessThan(3)
})

test('Of a thousand guesses from changing addresses hardly any is looked at, and none that comes too early.', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 1000; i += 1) {
    statuses.push((await attempt(`guess ${i}`, `198.51.100.${i % 250}`)).status)
    house.clock.advance(100)
  }
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
  const early = await attempt(PASSWORD, '198.51.100.77')
  expect(early.status).toBe(429)
  expect(early.json).toMatchObject({ code: 'too-many', reason: 'account.slow-down' })
  expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('Guesses sent all at once are counted like any others.', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => attempt(`guess ${i}`)))
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
})

test('Nobody is locked out: the right password works once the wait is over, and at once from a known address.', async () => {
  expect((await attempt(PASSWORD, '192.0.2.1')).status).toBe(200)
  for (let i = 0; i < 30; i += 1) await attempt('guess', `198.51.100.${i}`)
  expect((await attempt(PASSWORD, '198.51.100.99')).status).toBe(429)
  expect((await attempt(PASSWORD, '192.0.2.1')).status).toBe(200)
  house.clock.advance(DAY)
  expect((await attempt(PASSWORD, '198.51.100.99')).status).toBe(200)
})

test('One address that tries many accounts has to wait as well.', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 40; i += 1)
    statuses.push((await attempt('guess', '203.0.113.9', `person${i}@example.org`)).status)
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
})

test('Counts are kept in the database and name neither account nor address.', async () => {
  await attempt('guess', '203.0.113.50')
  const rows = await house.db.read.selectFrom('signInThrottle').selectAll().execute()
  expect(rows.length).toBe(2)
  expect(JSON.stringify(rows)).not.toMatch(/203\.0|ana@/)
})

test('An account changes only what the contract names.', async () => {
  const ana = house.browser()
  await ana.send('POST', '/api/sessions', { email: 'ana@example.org', password: PASSWORD })
  const changed = await ana.send('PATCH', '/api/account', { name: 'Anabel', colourScheme: 'dark' })
  expect(changed.json).toMatchObject({ name: 'Anabel', colourScheme: 'dark', timeZone: 'Europe/Berlin' })
  for (const field of ['role', 'email', 'colour', 'id', 'passwordHash']) {
    const refused = await ana.send('PATCH', '/api/account', { name: 'Mallory', [field]: 'owner' })
    expect([refused.status, refused.json.errors[0].field]).toEqual([400, field])
  }
  const { members } = (await ana.send('GET', '/api/members')).json
  expect(members).toEqual([expect.objectContaining({ name: 'Anabel', role: 'owner' })])
  expect(JSON.stringify(members)).not.toContain('example.org')
  expect((await ana.send('GET', `/api/members/${members[0].id}`)).json.name).toBe('Anabel')
  expect((await ana.send('GET', `/api/members/${person('x').name}`)).status).toBe(400)
})
