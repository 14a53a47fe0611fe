import { performance } from 'node:perf_hooks'
import { LoadClient, type SentAt } from './client.ts'
import type { Peer } from './peer.ts'
import { cpuMs } from './process-meter.ts'
import { quantile } from './quantile.ts'

/** So many documents with so many people each, of whom some type. */
export interface Shape {
  name: string
  documents: number
  clients: number
  writers: number
}

export const SHAPES: Shape[] = [
  { name: '1×50', documents: 1, clients: 50, writers: 5 },
  { name: '20×10', documents: 20, clients: 10, writers: 2 },
]

export interface FanOut {
  /** Processor milliseconds of the server for 1,000 deliveries. */
  cpu: number
  /** Deliveries a second that really arrived. */
  rate: number
  p50: number
  p99: number
}

const WARM_UP_MS = 1_000
const TICK_MS = 4

/**
 * Lets people type at a fixed rate whatever the server makes of it. A delivery is one character seen by one other client.
 *
 * @param deliveries wanted, a second
 * @param seconds measured, after a second of warming up
 */
export const measureFanOut = async (
  peer: Peer,
  shape: Shape,
  deliveries: number,
  seconds: number,
): Promise<FanOut> => {
  const sentAt: SentAt = new Map()
  const clients: LoadClient[] = []
  const writers: LoadClient[] = []
  for (let document = 0; document < shape.documents; document += 1) {
    for (let client = 0; client < shape.clients; client += 1) {
      const one = new LoadClient(peer, peer.seat(document, client), sentAt)
      const state = await one.open()
      if (client < shape.writers) {
        one.beginWriting(state)
        writers.push(one)
      }
      clients.push(one)
    }
  }
  const perSecond = deliveries / (shape.clients - 1)
  await typeAtRate(writers, perSecond, WARM_UP_MS)
  for (const client of clients) {
    client.deliveries = 0
    client.latencies.length = 0
  }
  const [cpuBefore, before] = [cpuMs(peer.pid), performance.now()]
  await typeAtRate(writers, perSecond, seconds * 1000)
  const [cpu, elapsed] = [cpuMs(peer.pid) - cpuBefore, performance.now() - before]
  const arrived = clients.reduce((sum, client) => sum + client.deliveries, 0)
  const latencies = clients.flatMap((client) => client.latencies).toSorted((a, b) => a - b)
  await Promise.all(clients.map((client) => client.close()))
  return {
    cpu: (cpu / arrived) * 1000,
    rate: (arrived / elapsed) * 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  }
}

/** Keystrokes come one by one from one writer after the other; a late timer makes up for what it missed. */
const typeAtRate = (writers: readonly LoadClient[], perSecond: number, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const start = performance.now()
    let typed = 0
    const timer = setInterval(() => {
      const elapsed = Math.min(performance.now() - start, ms)
      for (const due = (elapsed * perSecond) / 1000; typed < due; typed += 1)
        writers[typed % writers.length]?.type()
      if (elapsed < ms) return
      clearInterval(timer)
      resolve()
    }, TICK_MS)
  })
