import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Access } from '../access.ts'
import { type Assembly, assemble } from '../assembly.ts'
import type { DocumentLog } from '../log/document-log.ts'
import { createMemoryLog } from '../log/memory-log.ts'
import type { SyncOptions } from '../options.ts'
import { type Shrink, shrink } from '../shrink.ts'
import { cookieAccess } from './cookie-access.ts'
import { GatedLog } from './gated-log.ts'
import { HandClock } from './hand-clock.ts'
import { Peer } from './peer.ts'

/** The document most tests work on. */
export const aDocument = '00000000-0000-4000-8000-000000000001'

type WorldOptions = Partial<Pick<SyncOptions, 'fault' | 'validate' | 'shrink' | 'schema' | 'logger'>> & {
  readonly limits?: Partial<WireLimits>
  readonly access?: Access
  readonly log?: DocumentLog
}

/** A document server with a clock turned by hand, a log that can be held, and peers without a network. */
export class World {
  readonly clock = new HandClock()
  readonly peers: Peer[] = []
  gate: GatedLog
  server: Assembly
  readonly #start: () => { readonly gate: GatedLog; readonly server: Assembly }

  constructor({ log = createMemoryLog(), access = cookieAccess, ...options }: WorldOptions = {}) {
    this.#start = () => {
      const gate = new GatedLog(log)
      const { clock } = this
      const allowedOrigins = ['http://rondo.test']
      const inTurn: Shrink = async (entries) => shrink(entries)
      const limits = { commitsPerSecond: Number.POSITIVE_INFINITY, ...options.limits }
      const given = { access, log: gate.log, clock, allowedOrigins, shrink: inTurn }
      const server = assemble({ ...given, ...options, limits })
      return { gate, server }
    }
    const { gate, server } = this.#start()
    this.gate = gate
    this.server = server
  }

  /** A world in which the document is there. */
  static async withDocument(options?: WorldOptions): Promise<World> {
    const world = new World(options)
    await world.server.sync.create(aDocument)
    return world
  }

  /** Somebody connects to the document. */
  join(cookie: string | undefined, documentId = aDocument): Peer {
    const peer = new Peer(cookie)
    this.peers.push(peer)
    this.connect(peer, documentId)
    return peer
  }

  connect(peer: Peer, documentId = aDocument): void {
    peer.connect((socket, cookieHeader) => this.server.admission.receive(socket, documentId, cookieHeader))
  }

  /** The server dies, and another begins with what was on disk. */
  crash(): void {
    for (const peer of this.peers) peer.lose()
    this.gate.die()
    const { gate, server } = this.#start()
    this.gate = gate
    this.server = server
  }

  /** The server is asked to stop, and another begins after it. */
  async restart(): Promise<void> {
    this.gate.release()
    let isOver = false
    const drained = this.server.sync.drain().finally(() => {
      isOver = true
    })
    for (let i = 0; i < 1_000 && !isOver; i++) {
      this.clock.advance(10)
      await this.turn()
    }
    await drained
    this.crash()
  }

  /** Lets promises and the committer take their turns. */
  async turn(): Promise<void> {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Moves frames until nobody has anything to say and everything is on disk. @throws when that never comes */
  async quiet(): Promise<void> {
    for (let still = 0, rounds = 0; still < 2; rounds++) {
      if (rounds > 1_000) throw new Error('It does not fall quiet.')
      await this.turn()
      await this.server.committer.idle()
      still = this.peers.map((peer) => peer.pump()).some(Boolean) ? 0 : still + 1
    }
  }

  /** Moves frames, but waits for no commit. */
  async move(): Promise<void> {
    for (let still = 0; still < 2; ) {
      await this.turn()
      still = this.peers.map((peer) => peer.pump()).some(Boolean) ? 0 : still + 1
    }
  }
}
