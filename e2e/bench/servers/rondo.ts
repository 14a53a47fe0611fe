import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wireLimits } from '@rondo/shared/wire/limits.ts'
import { z } from 'zod'
import type { Seat } from '../load/seat.ts'
import { yWebsocket } from '../wire/dialect.ts'
import type { Server } from './server.ts'
import { type Command, ServerProcess } from './server-process.ts'

const generated = z.object({
  members: z.array(z.object({ cookie: z.string() })),
  documents: z.array(z.object({ id: z.string(), path: z.string() })),
})

/** The load is one machine and a few accounts that write as a crowd would: what holds a single person back is set aside. */
const LIMITS = JSON.stringify({ accountBytes: 2 ** 40, acceptsPerSecond: 100_000 })

const seedScript = fileURLToPath(new URL('../../../server/bin/seed.ts', import.meta.url))
/** Enough for two thousand sockets; prime, so that people who share a document are different accounts. */
const MEMBERS = 211
/** Documents are numbered by the load, and each may have up to this many people before accounts come back. */
const PEOPLE = 50

/** The whole product, as `npm start` runs it, on a generated world. */
export class Rondo extends ServerProcess implements Server {
  readonly name = 'rondo'
  readonly keeps = true
  readonly forgetsAfterMs = wireLimits.unloadMs + 1_000
  readonly letsGoAfterMs = wireLimits.tooSlowMs + 5_000
  readonly restsAfterMs = 11_000
  readonly #documents: number
  #world: z.infer<typeof generated> = { members: [], documents: [] }

  /** @param documents how many there are; numbers beyond begin again with the first */
  constructor(documents: number) {
    super()
    this.#documents = documents
  }

  override async start(): Promise<void> {
    await this.claimPort()
    if (this.#world.documents.length === 0) this.#world = this.#generate()
    await super.start()
  }

  protected command(): Command {
    // As server/bin/run.mjs starts it.
    const env = { MALLOC_ARENA_MAX: '2', ...this.#env }
    return { script: 'server/src/main.ts', flags: ['--max-semi-space-size=2'], args: [], env }
  }

  get #env() {
    return {
      PORT: String(this.port),
      DATA_DIR: join(this.folder, 'data'),
      LOG_LEVEL: 'error',
      RONDO_LIMITS: LIMITS,
    }
  }

  #generate() {
    const out = join(this.folder, 'world.json')
    const size = ['--members', String(MEMBERS), '--pages', String(this.#documents), '--out', out]
    const env = { PATH: process.env['PATH'] ?? '', ...this.#env }
    execFileSync(process.execPath, [seedScript, ...size], { env })
    return generated.parse(JSON.parse(readFileSync(out, 'utf8')))
  }

  seat(document: number, person: number): Seat {
    const { members, documents } = this.#world
    const { id = '', path = '' } = documents[document % documents.length] ?? {}
    const cookie = members[(document * PEOPLE + person) % members.length]?.cookie ?? ''
    const headers = { Cookie: cookie, Origin: `http://localhost:${this.port}` }
    const address = { port: this.port, path, from: this.nextAddress(), headers }
    return { document: id, dialect: yWebsocket, keeps: this.keeps, address }
  }
}
