import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { ofBestYjs } from '../figures/goals.ts'
import { Client } from '../load/client.ts'
import type { Server } from '../servers/server.ts'
import { startAgain } from '../servers/settled.ts'
import { ByteReader } from '../wire/byte-reader.ts'
import { eachStruct } from '../wire/structs.ts'
import type { LargeDocument } from './large-document.ts'
import type { Row } from './row.ts'

const PEOPLE = 50
const CALM_MS = 500
const PATIENCE_MS = 30_000

/** What one reader was sent, and when. */
interface Letter {
  at: number
  update: Uint8Array
}

/** Connects everybody in the same moment, and keeps what they hear. The work of reading it comes later. */
const joinTogether = async (
  page: LargeDocument,
  server: Server,
): Promise<{ letters: Letter[][]; clients: Client[] }> => {
  const letters: Letter[][] = []
  let last = performance.now()
  const clients = Array.from({ length: PEOPLE }, (_, person) => {
    const client = new Client(page.seat(server, person))
    const mine: Letter[] = []
    letters.push(mine)
    client.listen((heard, payload) => {
      if (heard !== 'state' && heard !== 'update') return
      last = performance.now()
      mine.push({ at: last, update: payload.copy() })
    })
    void client.socket.opened.then(() => client.greet())
    return client
  })
  const begun = last
  const isCalm = (): boolean => performance.now() - last > CALM_MS && letters.every((mine) => mine.length > 0)
  while (!isCalm() && performance.now() - begun < PATIENCE_MS) await wait(20)
  return { letters, clients }
}

/** When a reader had every keystroke. */
const completeAt = (
  letters: readonly Letter[],
  { writer, clock }: { writer: number; clock: number },
): number => {
  let reached = 0
  for (const { at, update } of letters) {
    eachStruct(new ByteReader().over(update), (client, from, length) => {
      if (client === writer && from <= reached) reached = Math.max(reached, from + length)
    })
    if (reached >= clock) return at
  }
  return Number.NaN
}

/** Fifty people open the long page in the same moment, in a server that has just started. */
export const joinAtOnceRow = (page: LargeDocument): Row => ({
  name: 'join',
  title: `${PEOPLE} join it at once`,
  figures: [
    { key: 'ms', title: 'ms until all have it', goal: ofBestYjs(1) },
    { key: 'cpu', title: "seconds of the server's cpu", goal: ofBestYjs(1 / 3) },
  ],
  documents: 1,
  needsKeeping: true,
  prepare: (server, first) => page.prepare(server, first),
  measure: async (server) => {
    await startAgain(server)
    const [cpuBefore, before] = [server.cpuMs(), performance.now()]
    const { letters, clients } = await joinTogether(page, server)
    const cpu = (server.cpuMs() - cpuBefore) / 1000
    const complete = letters.map((mine) => completeAt(mine, page.manuscript))
    await Promise.all(clients.map((client) => client.close()))
    return { ms: Math.max(...complete) - before, cpu }
  },
})
