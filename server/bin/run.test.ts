import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-run-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the server through `command` and waits until it says where it is. */
async function started(command: string, args: string[]) {
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }
  const child = spawn(command, args, { cwd: root, env })
  let said = ''
  while (!said.includes('Ctrl+C')) {
    const [chunk] = await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
    if (!(chunk instanceof Buffer)) throw new Error('It did not start.')
    said += chunk.toString()
  }
  return { child, address: /http:\/\/\S+/.exec(said)?.[0].replace('localhost', '127.0.0.1') ?? '' }
}

it('passes a signal on and ends as the script ended', async () => {
  const { child } = await started(process.execPath, ['server/bin/run.mjs', 'server/src/main.ts'])
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([0, null])
})

it('stops when the shell that npm put before it is killed', async () => {
  const shell = 'npm_lifecycle_event=start node server/bin/run.mjs server/src/main.ts; exit $?'
  const { child, address } = await started('sh', ['-c', shell])
  child.kill('SIGTERM')
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone')
})
