import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from '../load/client.ts'
import { type Manuscript, writeManuscript } from '../load/manuscript.ts'
import type { Seat } from '../load/seat.ts'
import type { Server } from '../servers/server.ts'
import { settled } from '../servers/settled.ts'

const SEED = 7
/** Keystrokes in one write of the socket, as the network joins them. */
const AT_ONCE = 100
/** Idle moments in a row after which nothing more is written. */
const CALM = 10
const PATIENCE_MS = 180_000

/** The page that is opened cold: written once, and typed into every server keystroke by keystroke. */
export class LargeDocument {
  readonly keystrokes: number
  #manuscript: Manuscript | undefined
  readonly #documents = new Map<Server, number>()

  constructor(isQuick: boolean) {
    this.keystrokes = isQuick ? 30_000 : 260_000
  }

  get manuscript(): Manuscript {
    this.#manuscript ??= writeManuscript(this.keystrokes, SEED)
    return this.#manuscript
  }

  /** The seat of a person at the page. */
  seat(server: Server, person: number): Seat {
    return server.seat(this.#documents.get(server) ?? 0, person)
  }

  /** Types it, waits until it is kept, and lets the server put it in order in its own way: open it once after a restart. */
  async prepare(server: Server, document: number): Promise<void> {
    if (this.#documents.has(server)) return
    this.#documents.set(server, document)
    const writer = new Client(this.seat(server, 0))
    await writer.open()
    const { keystrokes } = this.manuscript
    const { dialect, document: name } = writer.seat
    for (let typed = 0; typed < keystrokes.length; typed += AT_ONCE) {
      const some = keystrokes.slice(typed, typed + AT_ONCE)
      writer.socket.sendAll(some.map((update) => dialect.update(name, update)))
      await writer.socket.drained()
    }
    const { client: witness } = await this.read(server)
    // Some write behind, and lose what is not written when they are told to end.
    await settled(server, PATIENCE_MS, CALM)
    await Promise.all([writer.close(), witness.close()])
    await wait(server.forgetsAfterMs)
    await settled(server)
    for (let times = 0; times < 2; times += 1) {
      await server.stop()
      await server.start()
      const { client } = await this.read(server)
      await client.close()
      await settled(server)
    }
  }

  /** Opens it as a client does, up to the last keystroke. */
  async read(server: Server): Promise<{ ms: number; client: Client; isEmptyFirst: boolean }> {
    const doc = new Y.Doc()
    const client = new Client(this.seat(server, 1))
    const before = performance.now()
    let isEmptyFirst: boolean | undefined
    await client.socket.opened
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    void client.socket.closed.then((code) =>
      reject(new Error(`Closed with ${code} before the page was there.`)),
    )
    const impatient = setTimeout(
      () =>
        reject(
          new Error(
            `${server.name} gave ${Y.getState(doc.store, this.manuscript.writer)} of ${this.manuscript.clock}.`,
          ),
        ),
      PATIENCE_MS,
    )
    client.listen((heard, payload) => {
      if (heard !== 'state' && heard !== 'update') return
      Y.applyUpdate(doc, payload.copy())
      const isComplete = Y.getState(doc.store, this.manuscript.writer) >= this.manuscript.clock
      if (heard === 'state') isEmptyFirst ??= !isComplete
      if (isComplete) resolve(performance.now() - before)
    })
    client.greet()
    const ms = await promise
    clearTimeout(impatient)
    client.listen(() => undefined)
    doc.destroy()
    return { ms, client, isEmptyFirst: isEmptyFirst ?? true }
  }
}
