import { accept } from '@rondo/shared/kernel/refusal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transact } from '../platform/db/database.ts'
import { foundWorkspace } from './membership.ts'
import { isSameCode, newCode } from './secrets.ts'
import { type House, person, temporaryHouse } from './temporary-house.ts'

let house: House
beforeEach(async () => {
  house = await temporaryHouse()
})
afterEach(() => house.close())

const wish = (name: string) => ({ workspaceName: `of ${name}`, ...person(name) })

test('The first visit sets up the workspace and signs its owner in.', async () => {
  const ana = house.browser()
  expect((await ana.send('GET', '/api/session')).json).toMatchObject({
    state: 'not-set-up',
    needsCode: false,
  })
  const answer = await ana.send('POST', '/api/setup', wish('ana'))
  expect(answer.json).toMatchObject({
    name: 'ana',
    role: 'owner',
    colour: 1,
    locale: 'en',
    colourScheme: 'auto',
  })
  expect((await ana.send('GET', '/api/session')).json).toMatchObject({
    state: 'signed-in',
    workspace: { name: 'of ana' },
  })
  const again = await house.browser().send('POST', '/api/setup', wish('eve'))
  expect([again.status, again.json.reason]).toEqual([409, 'account.set-up-already'])
})

test('Of two that set up at once one wins and the other leaves no trace.', async () => {
  const answers = await Promise.all(
    ['ana', 'eve'].map((name) => house.browser().send('POST', '/api/setup', wish(name))),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await house.db.read.selectFrom('member').selectAll().execute()).toHaveLength(1)
})

test('Off loopback the code of the console is asked for, and guessing it is slowed down.', async () => {
  const code = newCode()
  const open = await temporaryHouse({ setUpCode: code })
  const ana = open.browser()
  expect((await ana.send('GET', '/api/session')).json.needsCode).toBe(true)
  const statuses: number[] = []
  for (const guess of [undefined, 'AAAA', code.slice(1), '', 'B', 'C'])
    statuses.push((await ana.send('POST', '/api/setup', { ...wish('eve'), code: guess })).status)
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
  open.clock.advance(60_000)
  expect((await ana.send('POST', '/api/setup', { ...wish('ana'), code: code.toLowerCase() })).status).toBe(
    200,
  )
  await open.close()
})

test('A code has twelve letters that nobody confuses, and case and dashes do not matter.', () => {
  expect(newCode()).toMatch(/^[A-HJ-KM-NP-Z2-9]{4}(-[A-HJ-KM-NP-Z2-9]{4}){2}$/)
  expect(isSameCode('abcd efgh jkmn', 'ABCD-EFGH-JKMN')).toBe(true)
  expect(isSameCode('abcd efgh jkmm', 'ABCD-EFGH-JKMN')).toBe(false)
})

test('The demo signs in as its first person, and only into an empty workspace.', async () => {
  const demo = await temporaryHouse({
    fillDemo: async () => {
      const { passwordHash, ...rest } = { ...person('demo'), passwordHash: '' }
      const owner = {
        name: rest.name,
        email: rest.email,
        timeZone: rest.timeZone,
        passwordHash,
        locale: 'en' as const,
      }
      const made = await transact(demo.db, (tx) => foundWorkspace(demo.context, tx, 'Demo', owner))
      return made.ok ? accept(made.value.id) : made
    },
  })
  const visitor = demo.browser()
  const wish = { timeZone: 'Europe/Berlin' }
  const both = await Promise.all([
    visitor.send('POST', '/api/setup/demo', wish),
    demo.browser().send('POST', '/api/setup/demo', wish),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 409])
  expect(await visitor.state()).toBe('signed-in')
  expect((await visitor.send('POST', '/api/setup/demo', { timeZone: 'Europe/Berlin' })).status).toBe(409)
  await demo.close()
})
