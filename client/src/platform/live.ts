import { LIVE_PATH, type LiveFact, type LiveFrame, liveFrame, readFact } from '@rondo/shared/wire/live.ts'
import { hearServerTime } from './clock.ts'

/** idle: nobody listens; connecting: the first try; live: facts arrive; away: trying again. */
export type LiveStatus = 'idle' | 'connecting' | 'live' | 'away'

/** What subscribers hear: a fact, or that too much was missed and everything is to be asked again. */
export type LiveNews = { readonly kind: 'fact'; readonly fact: LiveFact } | { readonly kind: 'reset' }

/** Everything the client takes from its surroundings, so that a test can hand it other ones. */
export interface LiveSurroundings {
  open(): WebSocket
  random(): number
}

const FIRST_WAIT = 500
const LONGEST_WAIT = 20_000
/** The server beats every 15 seconds; after twice that and a bit, nobody is there. */
const SILENCE = 35_000

/** How long to wait before try number `tries`: anything up to a doubling limit, so that a crowd spreads out. */
export function waitBefore(tries: number, random: number): number {
  return random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries)
}

const browser: LiveSurroundings = {
  open: () => {
    const address = new URL(LIVE_PATH, window.location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    return new WebSocket(address)
  },
  random: Math.random,
}

/**
 * Hears the facts of the server, in order and without gaps: after a lost connection it asks for everything
 * after the last number it saw.
 */
export class Live {
  readonly #surroundings: LiveSurroundings
  readonly #listeners = new Set<(news: LiveNews) => void>()
  readonly #watchers = new Set<() => void>()
  #socket: WebSocket | undefined
  #after: number | null = null
  /** The last number there was when the server greeted us. */
  #head: number | null = null
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #status: LiveStatus = 'idle'

  constructor(surroundings: LiveSurroundings = browser) {
    this.#surroundings = surroundings
  }

  get status(): LiveStatus {
    return this.#status
  }

  /** Hears every fact from now on; the answer ends it. */
  readonly subscribe = (listener: (news: LiveNews) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears when the status changes; fits `useSyncExternalStore`. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Begins to listen; again is harmless. */
  start(): void {
    if (this.#status !== 'idle') return
    this.#setStatus('connecting')
    globalThis.addEventListener('online', this.#tryNow)
    this.#connect()
  }

  /** Hangs up and forgets how far it had heard. */
  stop(): void {
    globalThis.removeEventListener('online', this.#tryNow)
    clearTimeout(this.#timer)
    clearTimeout(this.#watchdog)
    this.#hangUp()
    this.#after = null
    this.#tries = 0
    this.#setStatus('idle')
  }

  readonly #tryNow = (): void => {
    if (this.#socket !== undefined) return
    clearTimeout(this.#timer)
    this.#connect()
  }

  #connect(): void {
    const socket = this.#surroundings.open()
    this.#socket = socket
    socket.onopen = () => socket.send(JSON.stringify({ kind: 'listen', after: this.#after }))
    socket.onmessage = (message) => this.#hear(message.data)
    socket.onclose = () => this.#lost()
    this.#expectSomething()
  }

  #hear(data: unknown): void {
    this.#expectSomething()
    const frame = parse(data)
    if (frame === undefined) return
    if (frame.kind === 'hello') {
      hearServerTime(frame.serverTime)
      this.#tries = 0
      this.#head = frame.seq
      this.#after ??= frame.seq
      this.#setStatus('live')
    } else if (frame.kind === 'beat') hearServerTime(frame.serverTime)
    else if (frame.kind === 'reset') {
      this.#after = this.#head
      this.#tell({ kind: 'reset' })
    } else {
      this.#after = frame.seq
      const fact = readFact(frame)
      if (fact !== undefined) this.#tell({ kind: 'fact', fact })
    }
  }

  #tell(news: LiveNews): void {
    for (const listener of this.#listeners) listener(news)
  }

  #expectSomething(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => {
      this.#hangUp()
      this.#lost()
    }, SILENCE)
  }

  #hangUp(): void {
    const socket = this.#socket
    this.#socket = undefined
    if (socket === undefined) return
    socket.onclose = null
    socket.onmessage = null
    socket.close()
  }

  #lost(): void {
    this.#socket = undefined
    clearTimeout(this.#watchdog)
    this.#setStatus('away')
    this.#timer = setTimeout(() => this.#connect(), waitBefore(this.#tries, this.#surroundings.random()))
    this.#tries += 1
  }

  #setStatus(status: LiveStatus): void {
    if (status === this.#status) return
    this.#status = status
    for (const watcher of this.#watchers) watcher()
  }
}

function parse(data: unknown): LiveFrame | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return liveFrame.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}
