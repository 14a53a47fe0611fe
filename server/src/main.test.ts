import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const announced = 'Ctrl+C'
let folder: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-main-'))
})

afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the real program and keeps what it says. */
function start(settings: Record<string, string>) {
  const { PATH = '' } = process.env
  const started = spawn(process.execPath, [main], {
    env: { PATH, DATA_DIR: join(folder, 'data'), ...settings },
  })
  child = started
  const said = { out: '', err: '' }
  started.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  started.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
  })
  return { process: started, said }
}

/** Waits until a program that must not start has ended, and gives back its one sentence. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { process: refused, said } = start(settings)
  const [code] = await once(refused, 'close')
  expect(code).toBe(1)
  expect(said.out).not.toContain(announced)
  expect(said.err.trimEnd().split('\n')).toHaveLength(1)
  expect(said.err).not.toMatch(/\n\s+at /)
  return said.err.trim()
}

async function running(settings: Record<string, string>) {
  const started = start(settings)
  while (!started.said.out.includes(announced)) {
    const [chunk] = await Promise.race([once(started.process.stdout, 'data'), once(started.process, 'close')])
    if (!(chunk instanceof Buffer)) throw new Error(`It did not start: ${started.said.err}`)
  }
  return started
}

describe('starting', () => {
  it('says address, data folder, version and how to stop, and ends well when asked to stop', async () => {
    const { process: server, said } = await running({ PORT: '0', LOG_LEVEL: 'silent' })
    expect(said.out).toMatch(/Rondo \d+\.\d+\.\d+ is running\./)
    expect(said.out).toContain(join(folder, 'data'))
    const address = /http:\/\/localhost:\d+/.exec(said.out)?.[0] ?? ''
    expect((await fetch(`${address.replace('localhost', '127.0.0.1')}/healthz`)).status).toBe(200)
    server.kill('SIGTERM')
    expect(await once(server, 'close')).toEqual([0, null])
  })

  it('refuses a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const address = holder.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    expect(await refusal({ PORT: String(port) })).toContain(`already listening on 127.0.0.1:${port}`)
    holder.close()
  })

  it('refuses a data folder that cannot be written', async () => {
    writeFileSync(join(folder, 'occupied'), '')
    expect(await refusal({ DATA_DIR: join(folder, 'occupied') })).toContain('cannot be written (EEXIST)')
  })

  it('refuses a malformed setting', async () => {
    expect(await refusal({ PORT: 'eighty' })).toContain('PORT must be a whole number')
  })

  it('refuses a setting that it does not know', async () => {
    expect(await refusal({ RONDO_SPEED: '9' })).toContain('RONDO_SPEED is not a setting of Rondo')
  })

  it('refuses a setting that is misspelt', async () => {
    expect(await refusal({ DATADIR: '/tmp' })).toContain('did you mean DATA_DIR?')
  })

  it('refuses a host that is not this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1', PUBLIC_URL: 'https://rondo.example.org' })).toContain(
      'HOST 192.0.2.1 is not an address of this machine',
    )
  })

  it('refuses a data folder that another server holds, and takes it over when that one was killed', async () => {
    const { process: first } = await running({ PORT: '0', LOG_LEVEL: 'silent' })
    expect(await refusal({ PORT: '0' })).toContain('is in use by another running Rondo')
    first.kill('SIGKILL')
    await once(first, 'close')
    const { process: second } = await running({ PORT: '0', LOG_LEVEL: 'silent' })
    second.kill('SIGTERM')
    expect(await once(second, 'close')).toEqual([0, null])
  })
})
