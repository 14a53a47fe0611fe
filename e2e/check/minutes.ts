import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './step.ts'

/** `npm run test:minutes`: what runs on real input in its long form, with every keystroke and all the minutes there are. */
const env = { ...process.env, LONG_FORM: 'yes' }
const run = (folder: string, ...argumentsOf: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, argumentsOf, { cwd: join(root, folder), stdio: 'inherit', env })
    child.on('close', (code) => resolve(code ?? 1))
  })

const pages = await run(
  '.',
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config=e2e/vitest.config.ts',
  'e2e/world/minutes-as-pages',
)
const journeys = await run('e2e', 'node_modules/@playwright/test/cli.js', 'test', 'real-')
process.exitCode = pages || journeys
