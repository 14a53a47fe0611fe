/**
 * Runs one of our scripts on the pinned Node, installing first what is missing:
 * `node server/bin/run.mjs [--with-client] SCRIPT [ARGUMENT…]`. Needs only Node 20 and npm.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildClient, environment, fail, install, node, refuseOldNode, root } from './house.mjs'

const [first, ...rest] = process.argv.slice(2)
const withClient = first === '--with-client'
const [script, ...args] = withClient ? rest : [first, ...rest]
if (script === undefined)
  fail('Say which script to run: node server/bin/run.mjs [--with-client] SCRIPT [ARGUMENT…]')

refuseOldNode()
await install()
if (withClient) await buildClient()

// A server holds thousands of small things for long. A smaller nursery, and fewer pools for buffers, keep what each costs
// close to its size; both are the runtime's to give away, not the documents'.
const flags = script === 'server/src/main.ts' ? ['--max-semi-space-size=2'] : []
const env = { MALLOC_ARENA_MAX: '2', ...environment() }
const child = spawn(node, [...flags, join(root, script), ...args], { env, stdio: 'inherit' })

// A terminal sends Ctrl+C to the whole group, so the child has it already; from elsewhere it is passed on.
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'])
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })

// The shell between npm and us dies of a signal without passing it on; then we are an orphan, and stop as if told to.
const parent = process.ppid
if (process.env.npm_lifecycle_event !== undefined)
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 250).unref()

child.on('error', (error) => fail(`Node could not be started: ${error.message}`))
child.on('close', (code, signal) => process.exit(signal === null ? code : 1))
