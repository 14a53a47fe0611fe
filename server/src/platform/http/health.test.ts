import { expect, test } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { healthRoutes, NotReady } from './health.ts'
import { createHttpApp } from './http-app.ts'

test('Ready is who can do its work and is not about to stop; healthy is who answers.', async () => {
  const app = createHttpApp({
    publicUrl: 'http://localhost:3000',
    log: silentLogger,
    identify: async () => null,
  })
  let draining = false
  let broken = false
  let trouble = ''
  healthRoutes(app, {
    isDraining: () => draining,
    checks: {
      database: async () => 1,
      documents: async () => {
        if (broken && trouble !== '') throw new NotReady(trouble)
        if (broken) throw new Error('disk /secret/path is full')
      },
    },
  })
  const ask = async (path: string) => {
    const answer = await app.request(path)
    return [answer.status, await answer.text()]
  }
  expect(await ask('/readyz')).toEqual([200, 'ready'])
  broken = true
  expect(await ask('/readyz')).toEqual([503, 'not ready: documents'])
  trouble = 'storage is full'
  expect(await ask('/readyz')).toEqual([503, 'not ready: documents (storage is full)'])
  broken = false
  draining = true
  expect(await ask('/readyz')).toEqual([503, 'not ready: serving'])
  expect(await ask('/healthz')).toEqual([200, 'ok'])
})
