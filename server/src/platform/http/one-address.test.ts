import { expect, test } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { createHttpApp } from './http-app.ts'
import { oneAddress } from './one-address.ts'

const publicUrl = 'http://localhost:3000'
const app = createHttpApp({ publicUrl, log: silentLogger, identify: async () => null })
app.use(oneAddress(publicUrl))
app.get('*', (c) => c.text('here'))

const ask = async (host: string, path: string, accept = 'text/html') => {
  const answer = await app.request(path, { headers: { host, accept } })
  return answer.headers.get('location') ?? answer.status
}

test('A browser that came by another name is sent to the one address, path and query kept.', async () => {
  expect(await ask('127.0.0.1:3000', '/circles/1?tab=2')).toBe('http://localhost:3000/circles/1?tab=2')
  expect(await ask('localhost:3000', '/circles/1')).toBe(200)
  expect(await ask('127.0.0.1:3000', '/api/session', 'application/json')).toBe(200)
})

test('No path leads to another host.', async () => {
  for (const path of ['//evil.example/x', '/\\evil.example', '/@evil.example'])
    expect(await ask('127.0.0.1:3000', path)).toMatch(/^http:\/\/localhost:3000\//)
})
