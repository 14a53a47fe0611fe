import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Dialect, hocuspocus, yWebsocket } from './dialect.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where a client of the load connects, and as whom. */
export interface Seat {
  document: string
  url: string
  headers: Record<string, string>
}

/** A server under load, in a process of its own. */
export interface Peer {
  readonly name: 'rondo' | 'relay' | 'hocuspocus'
  readonly dialect: Dialect
  readonly pid: number
  /** Whether it keeps documents, so that joining one late means something. */
  readonly keeps: boolean
  /** The seat of client `client` in document number `document`. */
  seat(document: number, client: number): Seat
  start(): Promise<void>
  stop(): Promise<void>
  dispose(): Promise<void>
}

abstract class Child {
  abstract readonly name: Peer['name']
  protected readonly folder = mkdtempSync(join(tmpdir(), 'rondo-bench-'))
  protected port = 0
  #child: ChildProcess | undefined

  abstract command(): { script: string; args: string[]; env: Record<string, string> }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort()
    const { script, args, env } = this.command()
    const child = spawn(process.execPath, [script, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    for await (const chunk of child.stdout) {
      const port = /Open\s+http:\/\/[^:]+:(\d+)/.exec(String(chunk))?.[1]
      if (port === undefined) continue
      this.port = Number(port)
      break
    }
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async dispose(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return address !== null && typeof address === 'object' ? address.port : 0
}

class Relay extends Child implements Peer {
  readonly name = 'relay'
  readonly dialect = yWebsocket
  readonly keeps = false

  command() {
    return { script: join(here, 'peers/relay.ts'), args: [], env: {} }
  }

  seat(document: number): Seat {
    return { document: `${document}`, url: `ws://127.0.0.1:${this.port}/${document}`, headers: {} }
  }
}

class HocuspocusPeer extends Child implements Peer {
  readonly name = 'hocuspocus'
  readonly dialect = hocuspocus
  readonly keeps = true

  command() {
    const file = join(this.folder, 'hocuspocus.sqlite')
    return { script: join(here, 'peers/hocuspocus.ts'), args: [String(this.port), file], env: {} }
  }

  seat(document: number): Seat {
    return { document: `document-${document}`, url: `ws://127.0.0.1:${this.port}/`, headers: {} }
  }
}

const seeded = z.object({
  members: z.array(z.object({ cookie: z.string() })),
  documents: z.array(z.object({ id: z.string(), path: z.string() })),
})

/** Sockets that one account may hold. */
const SOCKETS_PER_MEMBER = 20

/** The whole product, as `npm start` runs it, on a generated world. */
class RondoPeer extends Child implements Peer {
  readonly name = 'rondo'
  readonly dialect = yWebsocket
  readonly keeps = true
  readonly #documents: number
  readonly #members: number
  #world: z.infer<typeof seeded> | undefined
  #seats = 0

  constructor(documents: number) {
    super()
    this.#documents = documents
    this.#members = Math.ceil((documents + 250) / SOCKETS_PER_MEMBER)
  }

  command() {
    return { script: join(root, 'server/src/main.ts'), args: [], env: this.#env }
  }

  get #env() {
    return { PORT: String(this.port), DATA_DIR: join(this.folder, 'data'), LOG_LEVEL: 'error' }
  }

  override async start(): Promise<void> {
    this.port ||= await freePort()
    this.#world ??= this.#seed()
    await super.start()
  }

  #seed() {
    const out = join(this.folder, 'world.json')
    const size = ['--members', String(this.#members), '--pages', String(this.#documents), '--out', out]
    execFileSync(process.execPath, [join(root, 'server/bin/seed.ts'), ...size], {
      env: { PATH: process.env['PATH'] ?? '', ...this.#env },
    })
    return seeded.parse(JSON.parse(readFileSync(out, 'utf8')))
  }

  seat(document: number): Seat {
    const { members = [], documents = [] } = this.#world ?? {}
    const { id = '', path = '' } = documents[document] ?? {}
    const cookie = members[this.#seats++ % members.length]?.cookie ?? ''
    const url = `ws://127.0.0.1:${this.port}${path}`
    return { document: id, url, headers: { cookie, origin: `http://localhost:${this.port}` } }
  }
}

/** Every peer, in the order of the tables; `documents` is how many the load will open. */
export const makePeers = (documents: number): Peer[] => [
  new RondoPeer(documents),
  new Relay(),
  new HocuspocusPeer(),
]
