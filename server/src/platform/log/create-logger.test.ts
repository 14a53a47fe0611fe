import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
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

/** Node itself, with the given standard output: what the logger does by default can only be seen from outside. */
const logsInto = (output: string) => {
  const module = new URL('./create-logger.ts', import.meta.url).href
  const script = `const { createLogger } = await import('${module}')
    createLogger('info').info({ count: 1 }, 'told')
    process.stderr.write('still here')`
  return promisify(execFile)(
    'sh',
    ['-c', `"$0" --input-type=module -e "$1" >${output}`, process.execPath, script],
    { timeout: 10_000 },
  )
}

test.skipIf(process.platform !== 'linux')('A log on a full disk loses lines and stops nobody.', async () => {
  expect((await logsInto('/dev/full')).stderr).toBe('still here')
})

test('Lines go to standard output.', async () => {
  const { stdout } = await logsInto('&1')
  expect(JSON.parse(stdout)).toMatchObject({ count: 1, msg: 'told' })
})
