import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './step.ts'

/** `npm run journeys -- WORDS`: some of the journeys, as they happen. */
const playwright = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
const child = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  cwd: join(root, 'e2e'),
  stdio: 'inherit',
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
