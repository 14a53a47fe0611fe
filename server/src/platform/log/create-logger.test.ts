import { expect, test } from 'vitest'
import { createLogger } from './create-logger.ts'
import { describeError } from './describe-error.ts'

const lines: string[] = []
const log = createLogger('info', { write: (line) => lines.push(line) })

test('Only fields on the list are written; titles, cookies and tokens are not.', () => {
  log.info(
    { path: '/api/pages/:pageId', status: 200, title: 'canary', cookie: 'canary', token: 'canary' },
    'answered',
  )
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    path: '/api/pages/:pageId',
    status: 200,
    msg: 'answered',
  })
  expect(lines.join('')).not.toContain('canary')
})

test('An error is told by its kind and place, never by its message.', () => {
  log.error(describeError(new TypeError('canary\n    canary at noon')), 'failed')
  log.error({ err: new TypeError('canary') }, 'failed')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ error: 'TypeError' })
  expect(lines.join('')).not.toContain('canary')
  expect(lines.at(-1)).toContain('create-logger.test.ts')
})
