import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { atMost } from '../figures/goals.ts'
import { Client } from '../load/client.ts'
import { EditMeter } from '../load/edit-meter.ts'
import { inParallel } from '../load/in-parallel.ts'
import { Typist } from '../load/typist.ts'
import type { Server } from '../servers/server.ts'
import type { Row, Scale } from './row.ts'

const PEOPLE = 10
const AT_ONCE = 20
/** Every tenth person types so often, as soon as they are back. */
const EDIT_EACH_MS = 500
/** Waiting between tries doubles up to the longest, and is a random part of that; "too many" is taken at its word. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
const TOO_MANY_WAIT_MS = 10_000
const PATIENCE_MS = 90_000
/** Typing goes on for so long after the last one is back. */
const AFTERWARDS_MS = 1_000

/** Somebody who was connected when the server went, and comes back as our client does. */
class Returning {
  readonly #server: Server
  readonly #document: number
  readonly #person: number
  readonly #meter: EditMeter
  #client: Client | undefined
  #typing: NodeJS.Timeout | undefined
  /** When the state had come. */
  backAt = Number.NaN

  constructor(server: Server, document: number, person: number, meter: EditMeter) {
    this.#server = server
    this.#document = document
    this.#person = person
    this.#meter = meter
  }

  async open(): Promise<void> {
    this.#client = new Client(this.#server.seat(this.#document, this.#person))
    await this.#client.open()
    this.#client.listen(() => undefined)
  }

  async gone(): Promise<void> {
    await this.#client?.socket.closed
  }

  async comeBack(until: number): Promise<void> {
    let atLeast = 0
    for (let failures = 0; performance.now() < until; failures += 1) {
      await wait(atLeast + Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures))
      const client = new Client(this.#server.seat(this.#document, this.#person))
      this.#client = client
      const state = await client.open().catch(() => undefined)
      if (state === undefined) {
        atLeast = (await client.socket.closed) === closeCode.tooMany ? TOO_MANY_WAIT_MS : 0
        continue
      }
      this.backAt = performance.now()
      this.#takePart(client, state)
      return
    }
  }

  #takePart(client: Client, state: Uint8Array): void {
    const typist = this.#person === 0 ? new Typist(client, state) : undefined
    client.listen((heard, update) => {
      if (heard === 'update') this.#meter.arrived(update, typist?.id ?? -1)
    })
    if (typist === undefined) return
    this.#typing = setInterval(() => {
      this.#meter.sent(typist.id, typist.clock)
      typist.type()
    }, EDIT_EACH_MS)
  }

  leave(): void {
    clearInterval(this.#typing)
    this.#client?.socket.destroy()
  }
}

/** Everybody was there, the server is restarted, and all come back at once, while those who are back type. */
export const herdRow = ({ isQuick }: Scale): Row => {
  const documents = isQuick ? 20 : 200
  const count = documents * PEOPLE
  return {
    name: 'herd',
    title: `${count.toLocaleString('en')} clients after a restart`,
    figures: [
      { key: 'seconds', title: 's until all are back', goal: atMost(60, ' s') },
      { key: 'p99', title: 'p99 ms of new edits meanwhile', goal: atMost(1_000, ' ms') },
    ],
    documents,
    needsKeeping: true,
    measure: async (server, first) => {
      const meter = new EditMeter()
      const people = Array.from(
        { length: count },
        (_, at) => new Returning(server, first + Math.floor(at / PEOPLE), at % PEOPLE, meter),
      )
      await inParallel(people, AT_ONCE, (person) => person.open())
      const coming = people.map(async (person) => {
        await person.gone()
        await person.comeBack(performance.now() + PATIENCE_MS)
      })
      await server.stop()
      const begun = performance.now()
      await server.start()
      await Promise.all(coming)
      await wait(AFTERWARDS_MS)
      for (const person of people) person.leave()
      const backAt = Math.max(...people.map((person) => person.backAt))
      return { seconds: (backAt - begun) / 1000, p99: meter.latency.quantile(0.99) }
    },
  }
}
