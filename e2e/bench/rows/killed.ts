import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { atMost } from '../figures/goals.ts'
import { Client } from '../load/client.ts'
import { seeded } from '../load/manuscript.ts'
import { Typist } from '../load/typist.ts'
import type { Server } from '../servers/server.ts'
import type { ByteReader } from '../wire/byte-reader.ts'
import { eachStruct } from '../wire/structs.ts'
import type { Row, Scale } from './row.ts'

const DOCUMENTS = 5
const READERS = 3
const EDIT_EACH_MS = 10
const SHORTEST_MS = 500
const LONGEST_MS = 4_000

/** A document in which one types, and what of it others have seen. */
class Watched {
  readonly document: number
  readonly #server: Server
  readonly #readers: Client[] = []
  #writer: Client | undefined
  #typist: Typist | undefined
  /** The clock of the typist up to which at least one other has seen everything. */
  seen = 0

  constructor(server: Server, document: number) {
    this.#server = server
    this.document = document
  }

  async open(): Promise<void> {
    for (let person = 1; person <= READERS; person += 1) {
      const reader = new Client(this.#server.seat(this.document, person))
      await reader.open()
      reader.listen((heard, update) => {
        if (heard === 'update') this.#see(update)
      })
      this.#readers.push(reader)
    }
    this.#writer = new Client(this.#server.seat(this.document, 0))
    const state = await this.#writer.open()
    this.#writer.listen(() => undefined)
    this.#typist = new Typist(this.#writer, state)
  }

  type(): void {
    this.#typist?.type()
  }

  leave(): void {
    for (const client of [...this.#readers, this.#writer]) client?.socket.destroy()
  }

  /** How many of the characters that were seen the server does not have any more. */
  async gone(): Promise<number> {
    const reader = new Client(this.#server.seat(this.document, 1))
    const doc = new Y.Doc()
    reader.listen((heard, update) => {
      if (heard === 'state' || heard === 'update') Y.applyUpdate(doc, update.copy())
    })
    await reader.socket.opened
    reader.greet()
    // Some servers say "this is all" before they have read what they keep, so all are given the same time.
    await wait(500)
    await reader.close()
    return Math.max(0, this.seen - Y.getState(doc.store, this.#typist?.id ?? 0))
  }

  #see(update: ByteReader): void {
    eachStruct(update, (client, clock, length) => {
      if (client === this.#typist?.id) this.seen = Math.max(this.seen, clock + length)
    })
  }
}

/** Kills the server while people type. @returns the part of what others had seen that is gone, in percent */
const killOnce = async (server: Server, first: number, afterMs: number): Promise<number> => {
  const documents = Array.from({ length: DOCUMENTS }, (_, at) => new Watched(server, first + at))
  for (const document of documents) await document.open()
  const typing = setInterval(() => {
    for (const document of documents) document.type()
  }, EDIT_EACH_MS)
  await wait(afterMs)
  await server.kill()
  clearInterval(typing)
  for (const document of documents) document.leave()
  await server.start()
  const gone = await Promise.all(documents.map((document) => document.gone()))
  const seen = documents.reduce((sum, document) => sum + document.seen, 0)
  return (gone.reduce((sum, count) => sum + count, 0) / seen) * 100
}

/** What people had seen of each other, and is not there after the process was ended between two instructions. */
export const killedRow = ({ isQuick, runs }: Scale): Row => {
  const kills = isQuick ? 1 : 3
  return {
    name: 'killed',
    title: 'SIGKILL while people type',
    figures: [{ key: 'gone', title: '% of edits seen by others and gone', goal: atMost(0, ' %') }],
    documents: runs * kills * DOCUMENTS,
    needsKeeping: true,
    measure: async (server, first, round) => {
      const random = seeded(round)
      let gone = 0
      for (let kill = 0; kill < kills; kill += 1) {
        const afterMs = SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS)
        gone += await killOnce(server, first + (round * kills + kill) * DOCUMENTS, afterMs)
      }
      return { gone: gone / kills }
    },
  }
}
