/**
 * The line between servers over Redis, one channel for all of them.
 *
 * 1. Nothing waits for Redis: what cannot be sent now is lost, and counted.
 * 2. A Redis that hangs looks connected. So this server speaks to itself, and the line is up only while it hears that.
 */
import { Redis, type RedisOptions } from 'ioredis'
import { closeEnvelope } from './envelope.ts'
import type { FanOut, FanOutLogger } from './fan-out.ts'
import { Switchboard } from './switchboard.ts'

/** How to reach the others. */
export interface RedisFanOutOptions {
  readonly url: string
  readonly serverId: string
  /** Known to the servers of this Rondo and to nobody else. */
  readonly key: Uint8Array
  /** Keeps several Rondos on one Redis apart. */
  readonly channel?: string
  /** How often this server listens for itself; three misses are an outage. */
  readonly beatMs?: number
  readonly logger: FanOutLogger
}

const connection = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 5_000,
  autoResubscribe: false,
  retryStrategy: (times: number) => Math.min(100 * 2 ** Math.min(times, 5), 2_000),
} satisfies RedisOptions

const missesAllowed = 3
const beat = 'beat'

class RedisFanOut implements FanOut {
  readonly serverId: string
  readonly #options: RedisFanOutOptions
  readonly #channel: string
  readonly #board: Switchboard
  readonly #speaking: Redis
  readonly #hearing: Redis
  readonly #beating: NodeJS.Timeout
  #misses = missesAllowed
  #outages = 0
  #published = 0
  #lost = 0

  constructor(options: RedisFanOutOptions) {
    this.serverId = options.serverId
    this.#options = options
    this.#channel = options.channel ?? 'rondo'
    this.#board = new Switchboard(options.serverId, options.key)
    this.#speaking = this.#connect()
    this.#hearing = this.#connect()
    this.#hearing.on('ready', () => {
      this.#hearing.subscribe(this.#channel).then(
        () => this.#send(beat, null),
        () => {},
      )
    })
    this.#hearing.on('message', (_, text: string) => {
      if (this.#board.take(text)) this.#misses = 0
    })
    this.#beating = setInterval(() => this.#beat(), options.beatMs ?? 1_000).unref()
  }

  publish: FanOut['publish'] = ({ name }, message) => {
    if (this.#isUp) this.#send(name, message)
    else this.#lost += 1
  }

  subscribe: FanOut['subscribe'] = (topic, listen) => this.#board.subscribe(topic, listen)

  status(): ReturnType<FanOut['status']> {
    const { heard, dropped } = this.#board
    const counts = { published: this.#published, lost: this.#lost, heard, dropped }
    return { isUp: this.#isUp, outages: this.#outages, ...counts }
  }

  async close(): Promise<void> {
    clearInterval(this.#beating)
    this.#misses = missesAllowed
    this.#board.close()
    this.#speaking.disconnect()
    this.#hearing.disconnect()
  }

  get #isUp(): boolean {
    return this.#misses < missesAllowed
  }

  #connect(): Redis {
    const redis = new Redis(this.#options.url, connection)
    redis.on('error', () => {})
    return redis
  }

  #beat(): void {
    if (this.#misses < missesAllowed) {
      this.#misses += 1
      if (this.#misses === missesAllowed) {
        this.#outages += 1
        this.#options.logger.warn(
          { outages: this.#outages },
          'The other servers cannot be reached over Redis.',
        )
      }
    }
    this.#send(beat, null)
  }

  #send(topic: string, message: unknown): void {
    const lost = (): void => {
      if (topic !== beat) this.#lost += 1
    }
    try {
      const text = closeEnvelope({ from: this.serverId, topic, message }, this.#options.key)
      this.#speaking.publish(this.#channel, text).catch(lost)
      if (topic !== beat) this.#published += 1
    } catch {
      lost()
    }
  }
}

/** Joins the line; it comes up by itself as soon as Redis answers, now or later. */
export const createRedisFanOut = (options: RedisFanOutOptions): FanOut => new RedisFanOut(options)
