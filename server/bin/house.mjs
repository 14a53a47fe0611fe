/**
 * Puts the house in order before anything runs: dependencies installed, client built. It needs only Node 20 and
 * npm, so it imports nothing but Node itself and is plain JavaScript.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const pnpm = 'pnpm@12.21.0'
const oldestNode = 20
const workspaces = ['client', 'server', 'shared', 'e2e']

export const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (...parts) => join(root, ...parts)

/** The Node that the lockfile pins, wherever it was started from. */
export const node = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The environment of a child: whatever it calls `node` is the pinned one. */
export const environment = () => ({
  ...process.env,
  PATH: [at('node_modules', '.bin'), process.env.PATH].join(delimiter),
})

export function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return
  fail(`Rondo needs Node ${oldestNode} or later to install itself; this is Node ${process.versions.node}.`)
}

/** Installs what the lockfile names, unless the last install here was of the same lockfile on the same machine. */
export async function install() {
  const stamp = at('node_modules', '.rondo-installed')
  const wanted = digest([at('pnpm-lock.yaml'), at('pnpm-workspace.yaml')])
  if (
    existsSync(node) &&
    workspaces.every((folder) => existsSync(at(folder, 'node_modules'))) &&
    read(stamp) === wanted
  )
    return
  const [command, before] = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, [process.env.npm_execpath, 'exec', '--yes', '--']]
    : ['npx', ['--yes']]
  await step('Installing what Rondo needs (once, about half a minute)', command, [
    ...before,
    pnpm,
    'install',
    '--frozen-lockfile',
  ])
  mkdirSync(at('node_modules'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Builds the client, unless what was built last came from the very same sources. */
export async function buildClient() {
  const stamp = at('node_modules', '.rondo-client')
  const sources = ['client', 'shared'].flatMap((folder) => filesUnder(at(folder)))
  const wanted = digest([...sources, at('pnpm-lock.yaml')])
  if (existsSync(at('client', 'dist', 'index.html')) && read(stamp) === wanted) return
  await step(
    'Building the client',
    node,
    [at('client', 'node_modules', 'vite', 'bin', 'vite.js'), 'build'],
    at('client'),
  )
  writeFileSync(stamp, wanted)
}

function filesUnder(folder) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    )
  files.sort()
  return files
}

function digest(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** One calm line while it runs; everything the command said only if it fails. */
async function step(title, command, args, cwd = root) {
  const started = Date.now()
  process.stderr.write(`${title} …`)
  const said = []
  const child = spawn(command, args, {
    cwd,
    env: { ...environment(), CI: 'true', npm_config_update_notifier: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npx',
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`))
      resolve(1)
    })
    child.on('close', resolve)
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stderr.write(code === 0 ? ` done in ${seconds} s\n` : ` failed after ${seconds} s\n`)
  if (code !== 0)
    fail(`${Buffer.concat(said).toString().trimEnd()}\n${title} failed; what it said stands above.`)
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
