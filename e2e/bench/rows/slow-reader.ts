import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { atLeast, atMost } from '../figures/goals.ts'
import { Client } from '../load/client.ts'
import type { Server } from '../servers/server.ts'
import { settled, startAgain } from '../servers/settled.ts'
import type { Row, Scale } from './row.ts'

const CHUNK = 512 * 1024
/** They take turns: a server may leave one alone for a while after a long text. */
const WRITERS = 4
const LOST_MS = 10_000

/** Somebody who pastes a long text, takes it out and pastes the next, so that much passes and little stays. */
class Paster {
  readonly #doc = new Y.Doc()
  readonly #text = new Y.XmlText()

  constructor(client: Client, state: Uint8Array | undefined) {
    if (state !== undefined) Y.applyUpdate(this.#doc, state)
    this.#doc.on('update', (update: Uint8Array) => client.update(update))
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [this.#text])
    this.#doc.getXmlFragment('body').push([paragraph])
  }

  paste(): void {
    if (this.#text.length > 0) this.#text.delete(0, this.#text.length)
    this.#text.insert(0, 'x'.repeat(CHUNK))
  }
}

/** Somebody who reads everything at once, so that no more is on its way than one text. */
class Witness {
  #bytes = 0
  #wake: () => void = () => undefined

  constructor(client: Client) {
    client.listen((_, payload) => {
      this.#bytes += payload.end - payload.at
      this.#wake()
    })
  }

  async until(bytes: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const lost = setTimeout(() => reject(new Error('A long text did not arrive.')), LOST_MS)
    this.#wake = () => {
      if (this.#bytes >= bytes) resolve()
    }
    this.#wake()
    await promise
    clearTimeout(lost)
  }

  get bytes(): number {
    return this.#bytes
  }
}

const pass = async (pasters: readonly Paster[], witness: Witness, bytes: number): Promise<void> => {
  for (let passed = 0, turn = 0; passed < bytes; passed += CHUNK, turn += 1) {
    const before = witness.bytes
    pasters[turn % pasters.length]?.paste()
    await witness.until(before + CHUNK)
  }
}

/** Whether the server has let go of a reader that does not read; it cannot hear so, but cannot write any more either. */
const isLetGo = async (reader: Client, withinMs: number): Promise<boolean> => {
  const begun = performance.now()
  while (!reader.socket.isClosed && performance.now() - begun < withinMs) {
    reader.socket.ping()
    await wait(100)
  }
  return reader.socket.isClosed
}

/** The longest line that a fresh reader is given: the page as it stands. */
const canComeBack = async (server: Server, document: number): Promise<boolean> => {
  const client = new Client(server.seat(document, 0))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await client.open()) ?? Uint8Array.of(0, 0))
  await client.close()
  return doc.getXmlFragment('body').toString().includes('x'.repeat(CHUNK))
}

/** What a server grows by when somebody stops reading while much passes, beyond what it grows by when all read. */
export const slowReaderRow = ({ isQuick }: Scale): Row => {
  const bytes = (isQuick ? 20 : 75) * 1_000_000
  return {
    name: 'slow-reader',
    title: `${bytes / 1e6} MB pass one who does not read`,
    figures: [
      { key: 'megabytes', title: 'MB grown', goal: atMost(10, ' MB') },
      { key: 'isLetGo', title: 'cut off', goal: atLeast(1, '') },
      { key: 'isBack', title: 'back with everything', goal: atLeast(1, '') },
    ],
    documents: 5,
    needsKeeping: false,
    measure: async (server, first, round) => {
      const document = first + (round % 5)
      await startAgain(server)
      const clients: Client[] = []
      const come = async (person: number) => {
        const client = new Client(server.seat(document, person))
        clients.push(client)
        return { client, state: await client.open() }
      }
      try {
        const { client: reader } = await come(0)
        const witness = new Witness((await come(1)).client)
        const pasters: Paster[] = []
        for (let person = 2; person < 2 + WRITERS; person += 1) {
          const { client, state } = await come(person)
          client.listen(() => undefined)
          pasters.push(new Paster(client, state))
        }
        await pass(pasters, witness, bytes)
        await wait(server.restsAfterMs)
        await settled(server)
        const before = await server.residentBytes()
        reader.socket.stopReading()
        await pass(pasters, witness, bytes)
        await settled(server)
        const megabytes = ((await server.residentBytes()) - before) / 1e6
        const letGo = await isLetGo(reader, server.letsGoAfterMs)
        const isBack = server.keeps && (await canComeBack(server, document))
        return { megabytes, isLetGo: letGo ? 1 : 0, isBack: isBack ? 1 : 0 }
      } finally {
        for (const client of clients) client.socket.destroy()
      }
    },
  }
}
