import { performance } from 'node:perf_hooks'
import { LoadClient } from './client.ts'
import type { Peer } from './peer.ts'
import { residentBytes } from './process-meter.ts'

/** How many characters the large document is typed with, one update each. */
export const LARGE = 30_000

/** Types the large document into a peer, so that it can be joined later. */
export const writeLarge = async (peer: Peer, document: number): Promise<void> => {
  const writer = new LoadClient(peer, peer.seat(document, 0), new Map())
  writer.beginWriting(await writer.open())
  for (let typed = 0; typed < LARGE; typed += 1) {
    writer.type()
    if (typed % 200 === 199) await new Promise((resolve) => setImmediate(resolve))
  }
  await writer.close()
  await isThere(peer, document)
}

/** Waits until the whole document can be read back. */
const isThere = async (peer: Peer, document: number): Promise<void> => {
  for (let bytes = 0; bytes < LARGE; ) {
    const reader = new LoadClient(peer, peer.seat(document, 1), new Map())
    bytes = (await reader.open())?.length ?? 0
    await reader.close()
  }
}

/** Milliseconds from connecting to the whole state, in a server that has just started. */
export const measureColdJoin = async (peer: Peer, document: number): Promise<number> => {
  await peer.stop()
  await peer.start()
  const reader = new LoadClient(peer, peer.seat(document, 0), new Map())
  const before = performance.now()
  const state = await reader.open()
  const ms = performance.now() - before
  await reader.close()
  if ((state?.length ?? 0) < LARGE) throw new Error(`${peer.name} lost a part of the large document.`)
  return ms
}

/** Kilobytes that the server holds for one more open document with one reader. */
export const measureMemory = async (peer: Peer, documents: readonly number[]): Promise<number> => {
  const [first, ...rest] = documents
  const clients = [new LoadClient(peer, peer.seat(first ?? 0, 0), new Map())]
  await clients[0]?.open()
  const before = residentBytes(peer.pid)
  for (const document of rest) {
    const client = new LoadClient(peer, peer.seat(document, 0), new Map())
    await client.open()
    clients.push(client)
  }
  const grown = residentBytes(peer.pid) - before
  await Promise.all(clients.map((client) => client.close()))
  return grown / rest.length / 1024
}
