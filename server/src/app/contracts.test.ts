import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpApp } from '../platform/http/http-app.ts'
import { type Assembly, assemble } from './assemble.ts'
import { readConfig } from './config.ts'
import { named } from './every-contract.ts'
import { httpApp } from './http.ts'

const changing = named.filter(([, { method }]) => method !== 'GET')
const SOME_ID = '00000000-0000-4000-8000-000000000001'
const addressOf = ({ path }: Contract) => path.replaceAll(/:\w+/g, SOME_ID)

const folder = mkdtempSync(join(tmpdir(), 'rondo-contracts-'))
let assembly: Assembly
let app: HttpApp
let here: string
beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  here = config.publicUrl
  assembly = await assemble(config)
  app = httpApp(config, assembly, () => false)
})
afterAll(async () => {
  await assembly.drain()
  await assembly.close()
  rmSync(folder, { recursive: true })
})

test('Every contract is answered, and the API has no address without one.', () => {
  const routed = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(routed)].toSorted()).toEqual(named.map(([name]) => name).toSorted())
})

test('While the server is about to restart it lives, is not ready, and turns every question away.', async () => {
  const leaving = httpApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), assembly, () => true)
  const statusOf = async (path: string) => (await leaving.request(path)).status
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503])
  const answer = await leaving.request('/api/session')
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'unavailable' }])
  expect((await app.request('/api/session')).status).toBe(200)
})

test.each(named.filter(([, { access }]) => access !== 'anyone'))(
  '%s asks for a session before it reads anything else.',
  async (_, contract) => {
    const answer = await app.request(addressOf(contract), {
      method: contract.method,
      headers: { origin: here, 'content-type': 'application/json' },
      ...(contract.method === 'GET' ? {} : { body: '{"not even": json' }),
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'not-signed-in' })
    expect(answer.headers.get('cache-control')).toContain('no-store')
  },
)

test.each(changing)('%s is refused when it comes as a form of another site.', async (_, contract) => {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
    const headers = { 'content-type': type, origin: 'https://evil.example' }
    const answer = await app.request(addressOf(contract), { method: contract.method, headers, body: 'a=b' })
    expect(answer.status).toBe(403)
  }
})
