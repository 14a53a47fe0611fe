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
  #isHeard = false
  #misses = 0
  #trouble = 'no answer'
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
    this.#speaking.on('ready', () => this.#send(beat, null))
    this.#hearing.on('ready', () => {
      this.#hearing.subscribe(this.#channel).then(
        () => this.#send(beat, null),
        () => {},
      )
    })
    this.#hearing.on('message', (_, text: string) => {
      if (this.#board.take(text)) this.#heardItself()
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
    this.#isHeard = false
    this.#board.close()
    this.#speaking.disconnect()
    this.#hearing.disconnect()
  }

  get #isUp(): boolean {
    return this.#isHeard
  }

  #heardItself(): void {
    this.#isHeard = true
    this.#misses = 0
  }

  #connect(): Redis {
    const redis = new Redis(this.#options.url, connection)
    redis.on('error', (error: Error) => {
      this.#trouble = error.message
    })
    return redis
  }

  #beat(): void {
    if (this.#misses < missesAllowed) {
      this.#misses += 1
      if (this.#misses === missesAllowed) this.#goDown()
    }
    this.#send(beat, null)
  }

  #goDown(): void {
    this.#isHeard = false
    this.#outages += 1
    const { logger } = this.#options
    logger.warn(
      { count: this.#outages, reason: this.#trouble },
      'Other servers cannot be reached over Redis.',
    )
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
