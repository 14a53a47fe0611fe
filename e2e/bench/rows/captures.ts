import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Block } from '@rondo/shared/document/block.ts'
import { keepBlocks } from '@rondo/shared/document/kept-blocks.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import * as Y from 'yjs'
import { atMost } from '../figures/goals.ts'
import { Histogram } from '../figures/histogram.ts'
import type { Client } from '../load/client.ts'
import { atRate } from '../load/pace.ts'
import type { Server } from '../servers/server.ts'
import type { Row, Scale } from './row.ts'
import { joinAll, leaveAll } from './shape.ts'

/** How long the client gathers changes before it reads the page again; the same number stands in its `use-reading.ts`. */
const GATHER_MS = 120
/** Of all who are there so many keep the page and read it as the panel does; the others only take what comes. */
const PANELS = 8
const CAPTURES_A_SECOND = 4
const LINES = 2_000

const line = (n: number): Block => ({ type: 'paragraph', line: `Line ${n} of a page that many wrote in.` })

/** Somebody's page, as a browser holds it. */
const pageOf = (client: Client, state: Uint8Array | undefined): Y.Doc => {
  const doc = new Y.Doc()
  if (state !== undefined) Y.applyUpdate(doc, state)
  client.listen((heard, payload) => {
    if (heard === 'update') Y.applyUpdate(doc, payload.copy(), 'server')
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') client.update(update)
  })
  return doc
}

/** Reads the page again after each change, and notes when a capture is first among what it reads. */
const watchPanel = (doc: Y.Doc, sentAt: ReadonlyMap<string, number>, latency: Histogram): void => {
  const seen = new Set<string>()
  let isWaiting = false
  const read = () => {
    isWaiting = false
    for (const { id } of readCaptures(doc)) {
      const sent = sentAt.get(id)
      if (seen.has(id)) continue
      seen.add(id)
      if (sent !== undefined) latency.add(performance.now() - sent)
    }
  }
  keepBlocks(doc)
  doc.on('update', () => {
    if (!isWaiting) setTimeout(read, GATHER_MS)
    isWaiting = true
  })
}

const measureCaptures = async (server: Server, people: number, first: number, ms: number) => {
  const all = await joinAll(server, { name: '', documents: 1, people, writers: 1 }, first)
  const [writer, ...watchers] = all
  if (writer === undefined) throw new Error('Somebody has to catch something.')
  const doc = pageOf(writer.client, writer.state)
  const sentAt = new Map<string, number>()
  const latency = new Histogram()
  for (const { client, state } of watchers.slice(0, PANELS))
    watchPanel(pageOf(client, state), sentAt, latency)
  if (readCaptures(doc).length === 0)
    appendBlocks(
      doc,
      Array.from({ length: LINES }, (_, n) => line(n)),
    )
  // The page is there before anything is caught in it.
  await wait(2_000)
  await atRate(CAPTURES_A_SECOND, ms, (n) => {
    const id = crypto.randomUUID() as CaptureId
    sentAt.set(id, performance.now())
    appendBlocks(doc, [{ type: 'capture', kind: 'decision', id, line: `Number ${n}`, at: Date.now() }])
  })
  await wait(1_000)
  await leaveAll(all)
  const of = (share: number) => latency.quantile(share)
  return { p50: of(0.5), p95: of(0.95), p99: of(0.99), seen: latency.count / Math.max(1, sentAt.size) }
}

/**
 * From a capture to the panels of the others, in a page of two thousand lines: our client's gathering and reading are in it, painting
 * is not.
 */
export const captureRows = ({ seconds }: Scale): Row[] =>
  [30, 200].map((people) => ({
    name: 'captures',
    title: `capture to panel, ${people} people`,
    figures: [
      { key: 'p50', title: 'p50 ms' },
      { key: 'p95', title: 'p95 ms', goal: atMost(300, ' ms') },
      { key: 'p99', title: 'p99 ms' },
      { key: 'seen', title: `panels of ${PANELS} that saw each` },
    ],
    documents: 1,
    needsKeeping: true,
    measure: (server, first) => measureCaptures(server, people, first, seconds * 2000),
  }))
