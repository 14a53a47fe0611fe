import { expect, test } from 'vitest'
import { createLogger } from '../log/create-logger.ts'
import { createHttpApp } from './http-app.ts'
import { problem } from './problem.ts'

test('A line tells what kind of request it was and how it ended, and nothing that a person wrote.', async () => {
  const lines: string[] = []
  const log = createLogger('info', { write: (line) => lines.push(line) })
  const app = createHttpApp({ publicUrl: 'http://localhost:3000', log, identify: async () => null })
  app.get('/api/pages/:id', (c) => {
    c.set('pathTemplate', '/api/pages/:id')
    return problem(c, { code: 'not-found', detail: 'canary', reason: 'page.absent' })
  })
  await app.request('/api/pages/canary?title=canary', {
    headers: { cookie: 'rondo=canary', authorization: 'canary' },
  })
  await app.request('/invitations/canary')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    method: 'GET',
    path: '/api/pages/:id',
    status: 404,
    code: 'not-found',
    reason: 'page.absent',
  })
  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toContain('canary')
})
