import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { atMost, ofBestYjs } from '../figures/goals.ts'
import { Client } from '../load/client.ts'
import { inParallel } from '../load/in-parallel.ts'
import { Typist } from '../load/typist.ts'
import type { Server } from '../servers/server.ts'
import { settled } from '../servers/settled.ts'
import type { Row, Scale } from './row.ts'

/** Characters in a small document. */
const CHARACTERS = 200
const AT_ONCE = 20
/** Part of them that is opened, left and forgotten first, of others, so that what every server sets up once is not counted. */
const WARM_UP = 0.2

const numbers = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at)

const write = async (server: Server, document: number): Promise<void> => {
  const client = new Client(server.seat(document, 0))
  const typist = new Typist(client, await client.open())
  const rest = Array.from({ length: CHARACTERS - 1 }, () => typist.next())
  client.update(Y.mergeUpdates(rest))
  await client.close()
}

const open = async (server: Server, document: number): Promise<Client> => {
  const client = new Client(server.seat(document, 0))
  await client.open()
  return client
}

/** Bytes that the server grew by while all were opened. They are let go again. */
const growth = async (server: Server, base: number, documents: readonly number[]): Promise<number> => {
  const clients = await inParallel(documents, AT_ONCE, (document) => open(server, document))
  await settled(server)
  const grown = (await server.residentBytes()) - base
  await inParallel(clients, AT_ONCE, (client) => client.close())
  return grown
}

/** Many small documents with one reader each, in a server that has just started; then all of them once more. */
export const smallDocumentsRow = ({ isQuick }: Scale): Row => {
  const count = isQuick ? 200 : 2_000
  const warmUp = count * WARM_UP
  return {
    name: 'memory',
    title: `${count} small documents`,
    figures: [
      { key: 'kibibytes', title: 'KiB each, with its connection', goal: ofBestYjs(0.5) },
      { key: 'again', title: 'a second round by the first', goal: atMost(1.05, '') },
    ],
    documents: count + warmUp,
    needsKeeping: false,
    prepare: async (server, first) => {
      if (!server.keeps) return
      await inParallel(numbers(first, count + warmUp), AT_ONCE, (document) => write(server, document))
      await settled(server)
    },
    measure: async (server, first) => {
      await server.stop()
      await server.start()
      await growth(server, 0, numbers(first + count, warmUp))
      if (!isQuick) await wait(server.forgetsAfterMs)
      await settled(server)
      const base = await server.residentBytes()
      const documents = numbers(first, count)
      const once = await growth(server, base, documents)
      if (!isQuick) await wait(server.forgetsAfterMs)
      await settled(server)
      const twice = await growth(server, base, documents)
      return { kibibytes: once / count / 1024, again: twice / once }
    },
  }
}
