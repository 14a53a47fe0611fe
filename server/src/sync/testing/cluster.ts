/** Several servers in one process, on one log: each has its own way to the log and to the line between them. */
import type { FanOut } from '../../platform/pubsub/fan-out.ts'
import { MemoryLine } from '../../platform/pubsub/memory-fan-out.ts'
import type { Access } from '../access.ts'
import { type Assembly, assemble } from '../assembly.ts'
import type { DocumentLog } from '../log/document-log.ts'
import { createMemoryLog } from '../log/memory-log.ts'
import type { SyncFault, SyncLogger } from '../options.ts'
import { shrink } from '../shrink.ts'
import { carryIn, type LineMood } from './bad-line.ts'
import { BusyLog } from './busy-log.ts'
import { cookieAccess } from './cookie-access.ts'
import type { Dice } from './dice.ts'
import { HandClock } from './hand-clock.ts'
import { Peer } from './peer.ts'
import { aDocument } from './world.ts'

/** What the servers have in common. */
export type Ground = {
  /** Another way to the same log. */
  readonly openLog: () => Promise<DocumentLog>
  readonly join: (serverId: string) => FanOut
  readonly clock?: HandClock
  readonly access?: Access
  readonly fault?: SyncFault
  readonly logger?: SyncLogger
}

/** A log in memory, and a line in memory of some mood. */
export const groundInMemory = (mood: LineMood, dice: Dice): Ground => {
  const clock = new HandClock()
  const log = createMemoryLog()
  const line = new MemoryLine(carryIn(mood, dice, clock))
  return { clock, openLog: async () => log, join: (serverId) => line.join(serverId) }
}

/** One of them. */
export type Server = { readonly assembly: Assembly; readonly log: BusyLog; readonly fanOut: FanOut }

const patienceMs = 20_000

/** Servers, and peers that go from one to the other. */
export class Cluster {
  readonly clock: HandClock
  readonly peers: Peer[] = []
  readonly servers: Server[] = []

  readonly #ground: Ground
  readonly #where = new Map<Peer, number>()
  #started = 0

  private constructor(ground: Ground, clock: HandClock) {
    this.#ground = ground
    this.clock = clock
  }

  /** Servers on a log in which the document is there. */
  static async open(count: number, ground: Ground): Promise<Cluster> {
    const cluster = new Cluster(ground, ground.clock ?? new HandClock())
    for (let i = 0; i < count; i++) cluster.servers.push(await cluster.#start())
    await cluster.at(0).assembly.sync.create(aDocument)
    return cluster
  }

  async #start(): Promise<Server> {
    const { openLog, join, access = cookieAccess, fault, logger } = this.#ground
    const log = new BusyLog(await openLog())
    this.#started += 1
    const fanOut = join(`server-${this.#started}`)
    const assembly = assemble({
      access,
      log: log.log,
      fanOut,
      clock: this.clock,
      allowedOrigins: ['http://rondo.test'],
      limits: { commitsPerSecond: Number.POSITIVE_INFINITY, compactRows: 10, compactEveryMs: 0 },
      shrink: async (entries) => shrink(entries),
      ...(fault !== undefined && { fault }),
      ...(logger !== undefined && { logger }),
    })
    return { log, fanOut, assembly }
  }

  /** A server dies with whatever it was about to do, and another takes its place. */
  async crash(server: number): Promise<void> {
    const { log, fanOut } = this.at(server)
    for (const [peer, at] of this.#where) if (at === server) peer.lose()
    log.cutOff(true)
    await fanOut.close()
    await this.quiet()
    await log.log.close()
    this.servers[server] = await this.#start()
  }

  async close(): Promise<void> {
    for (const peer of this.peers) peer.disconnect()
    await this.quiet()
    for (const { log, fanOut } of this.servers) {
      await fanOut.close()
      await log.log.close()
    }
  }

  at(server: number): Server {
    const found = this.servers[server]
    if (found === undefined) throw new Error('There is no such server.')
    return found
  }

  /** Somebody connects to the document at a server. */
  join(cookie: string, server: number): Peer {
    const peer = new Peer(cookie)
    this.peers.push(peer)
    this.connect(peer, server)
    return peer
  }

  connect(peer: Peer, server: number): void {
    const { admission } = this.at(server).assembly
    this.#where.set(peer, server)
    peer.connect((socket, cookie) => admission.receive(socket, aDocument, cookie))
  }

  async turn(): Promise<void> {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Moves frames until nobody has anything to say and nothing is under way. @throws when that never comes */
  async quiet(): Promise<void> {
    const until = performance.now() + patienceMs
    for (let still = 0; still < 3; ) {
      if (performance.now() > until) throw new Error('It does not fall quiet.')
      await this.turn()
      const moved = this.peers.map((peer) => peer.pump()).some(Boolean)
      still = moved || this.servers.some(({ log }) => log.isBusy) ? 0 : still + 1
    }
  }

  /** Lets time pass for all of them, a little at a time. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      this.clock.advance(500)
      await this.quiet()
    }
  }
}
