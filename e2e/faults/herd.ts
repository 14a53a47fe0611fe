/**
 * Restarts a server under a herd of clients that all come back at once, while some people go on writing. Everybody has to
 * be back soon, and whoever writes must not wait for them.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import WebSocket from 'ws'
import { type Count, Crowd } from './crowd.ts'
import { SyncHost } from './target.ts'
import { waitFor } from './wait-for.ts'

/** How large it is. */
export type HerdOptions = {
  readonly clients: number
  readonly documents?: number
  /** Pause of each writer between two edits. */
  readonly everyMs?: number
  readonly fault?: 'ack-before-commit'
}

/** What was found. */
export type HerdReport = Count & {
  readonly clients: number
  /** How many of them had the document again within a minute, and how long the last one took. */
  readonly back: number
  readonly allBackMs: number
  /** From writing to acknowledgement, while the herd came back: 99 of 100 were faster. */
  readonly p99Ms: number
  readonly lost: number
}

const withinMs = 60_000
/** They do not all come in the same millisecond: clients wait a random part of this. */
const jitterMs = 1_000
/** Edits whose waiting tells something. */
const fewest = 40
const askForAll = Uint8Array.of(messageType.sync, syncType.ask, 1, 0)

/** A client that does nothing but open a document, and comes back when it is cut off. */
class Sheep {
  readonly #address: string
  readonly #headers: Record<string, string>
  #socket: WebSocket | null = null
  isBack = false

  constructor(origin: string, documentId: string, cookie: string) {
    this.#address = `${origin.replace('http', 'ws')}/sync/${documentId}`
    this.#headers = { cookie, origin }
  }

  come(): void {
    const socket = new WebSocket(this.#address, { headers: this.#headers })
    this.#socket = socket
    socket.on('open', () => socket.send(askForAll))
    socket.on('message', (data: Buffer) => {
      if (data[0] === messageType.sync && data[1] === syncType.answer) this.isBack = true
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket === socket) void wait(Math.random() * jitterMs).then(() => this.#again(socket))
    })
  }

  leave(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.terminate()
  }

  #again(socket: WebSocket): void {
    if (this.#socket === socket) this.come()
  }
}

const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** Kills it and starts it again. Answers when it was there, once all are back, and what was lost. */
const restart = async (host: SyncHost, crowd: Crowd, herd: readonly Sheep[], everyMs: number) => {
  await host.kill()
  crowd.disconnect()
  for (const sheep of herd) sheep.isBack = false
  await host.start()
  const started = Date.now()
  const lost = await crowd.lost()
  await crowd.connect(true)
  crowd.typeEvery(everyMs)
  await waitFor(() => herd.every(({ isBack }) => isBack), 'Not all are back.', withinMs).catch(() => {})
  return { started, lost }
}

/** Runs it all. */
export const restartUnderHerd = async (options: HerdOptions): Promise<HerdReport> => {
  // People type fast, and a hundred read each of them.
  const { clients, documents = 20, everyMs = 100, fault } = options
  const host = new SyncHost({ documents, fault: fault ?? null, limits: { socketsPerAccount: clients } })
  const herd: Sheep[] = []
  try {
    await host.start()
    const crowd = new Crowd(host, 1)
    await crowd.connect(true)
    crowd.typeEvery(everyMs)
    for (let i = 0; i < clients; i++)
      herd.push(new Sheep(host.origin, host.documents[i % documents] ?? '', host.cookieOf(i)))
    for (const sheep of herd) {
      sheep.come()
      await wait(1)
    }
    await waitFor(() => herd.every(({ isBack }) => isBack), 'Not all came.', 2 * withinMs)
    const { started, lost } = await restart(host, crowd, herd, everyMs)
    const allBackMs = Date.now() - started
    await waitFor(() => crowd.waitsSince(started).length > fewest, 'Nobody writes.', withinMs)
    const p99Ms = quantile(crowd.waitsSince(started), 0.99)
    for (const sheep of herd) sheep.leave()
    const back = herd.filter(({ isBack }) => isBack).length
    crowd.disconnect()
    return { clients, ...crowd.count, back, allBackMs, p99Ms, lost }
  } finally {
    for (const sheep of herd) sheep.leave()
    await host.dispose()
  }
}
