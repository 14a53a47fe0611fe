import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { openDocument } from '../world/document-client.ts'
import { syncFrame } from '../world/raw-socket.ts'
import { ask, follow } from './frames.ts'
import { furnish, type House, pageIn } from './house.ts'

const mebibyte = 2 ** 20
const MEGABYTES = 20
/** What the collector of garbage may leave lying about. */
const MARGIN = 15
/** How long a reader may be behind, and how often that is looked at. */
const PATIENCE_MS = 1_000
const LOOK_MS = 1_000
/** More than the account's budget for a minute is written here in seconds. */
const UNHURRIED = { accountBytes: 2 ** 40 }

let house: House
let lax: House

beforeAll(async () => {
  ;[house, lax] = await Promise.all([
    furnish({ ...UNHURRIED, tooSlowMs: PATIENCE_MS }),
    furnish({
      ...UNHURRIED,
      behindBytes: 2 ** 40,
      tooSlowBytes: 2 ** 40,
      tooSlowMs: 2 ** 30,
      stateRequests: 2 ** 30,
    }),
  ])
})
afterAll(() => Promise.all([house.rondo.dispose(), lax.rondo.dispose()]))

/** A socket that never reads: what it is sent stays with the server. */
const openDeaf = async ({ guest, rondo }: House, documentId: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${rondo.origin.replace('http', 'ws')}/sync/${documentId}`, {
    headers: { origin: rondo.origin, cookie: guest.cookie },
  })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(ask(0))
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === 1) resolve()
    })
  })
  socket.pause()
  return socket
}

/** Somebody writes so many megabytes and more over and over in one place, and the server has all of it. */
const writeMuch = async (
  { owner }: House,
  documentId: string,
  megabytes: number,
  isEnough: () => boolean = () => true,
): Promise<void> => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [text])
  const socket = await follow(owner, documentId)
  doc.on('update', (update: Uint8Array) => socket.send(syncFrame('update', update)))
  socket.send(Uint8Array.of(0, 1, 2, 0, 0))
  doc.getXmlFragment('body').push([element])
  for (let i = 1; i <= megabytes || !isEnough(); i++) {
    doc.transact(() => {
      if (text.length > 0) text.delete(0, text.length)
      text.insert(0, 'x'.repeat(mebibyte))
    })
    const count = 2 + i
    await socket.hears((frame) => frame[0] === 120 && frame[1] === 0 && (frame[2] ?? 0) >= count)
  }
  socket.close()
}

/** Longer than the server has patience: who reads again before that only catches up. */
const forAWhile = (): (() => boolean) => {
  const since = performance.now()
  return () => performance.now() - since > PATIENCE_MS + 2 * LOOK_MS
}

const grownBy = async (from: House, work: () => Promise<void>): Promise<number> => {
  const before = from.rondo.residentBytes()
  await work()
  return (from.rondo.residentBytes() - before) / mebibyte
}

/** What a server kept for somebody who did not read while others wrote, in megabytes, and how the line ended after that. */
const keptFor = async (deaf: WebSocket, write: () => Promise<void>) => {
  const ended = new Promise<number>((resolve) => deaf.once('close', resolve))
  await write()
  let kept = 0
  const everything = new Promise<'open'>((resolve) => {
    deaf.on('message', (data: Buffer) => {
      kept += data.length / mebibyte
      if (kept >= MEGABYTES) resolve('open')
    })
  })
  deaf.resume()
  const code = await Promise.race([ended, everything])
  deaf.terminate()
  return { kept, code }
}

it('T21 LIM-1 who stops reading while twenty megabytes pass is cut off, costs little, and has it all after coming back', async () => {
  const documentId = await pageIn(house.owner, house.open.circleId)
  const write = () => writeMuch(house, documentId, MEGABYTES, forAWhile())
  // What writing so much costs by itself, until the collector of garbage comes.
  const alone = await grownBy(house, write)
  const deaf = await openDeaf(house, documentId)
  let beside = 0
  const { kept, code } = await keptFor(deaf, async () => {
    beside = await grownBy(house, write)
  })
  expect(beside - Math.max(0, alone)).toBeLessThan(40)
  expect(kept).toBeLessThan(MEGABYTES)
  expect([closeCode.tooSlow, 1006]).toContain(code)
  const back = openDocument(house.guest, documentId)
  await back.synced
  const last = back.doc.getXmlFragment('body').toString()
  expect(last.length).toBeGreaterThan(mebibyte)
  back.close()
})

it('T21 LIM-1 a server without that patience is caught keeping all of it', async () => {
  const documentId = await pageIn(lax.owner, lax.open.circleId)
  const deaf = await openDeaf(lax, documentId)
  const { kept, code } = await keptFor(deaf, () => writeMuch(lax, documentId, MEGABYTES + 1))
  expect(kept).toBeGreaterThanOrEqual(MEGABYTES)
  expect(code).toBe('open')
})

/** Asks for everything a thousand times at once, and answers how often it came and how the line ended. */
const askGreedily = async (
  from: House,
): Promise<{ answers: number; code: number | 'open'; grown: number }> => {
  const documentId = await pageIn(from.owner, from.open.circleId)
  await writeMuch(from, documentId, 1)
  const greedy = await openDeaf(from, documentId)
  const ended = new Promise<number>((resolve) => greedy.once('close', resolve))
  const grown = await grownBy(from, async () => {
    for (let i = 0; i < 1_000; i++) greedy.send(ask(0))
    const honest = openDocument(from.owner, documentId)
    await honest.synced
    honest.close()
  })
  let answers = 1
  greedy.on('message', (data: Buffer) => {
    if (data[0] === 0 && data[1] === 1) answers += 1
  })
  greedy.resume()
  const enough = new Promise<'open'>((resolve) => {
    greedy.on('message', () => answers > 20 && resolve('open'))
  })
  const code = await Promise.race([ended, enough])
  greedy.terminate()
  return { answers, code, grown }
}

it('T22 LIM-2 who asks for everything a thousand times a second is answered twice and closed', async () => {
  const { answers, code, grown } = await askGreedily(house)
  expect(answers).toBeLessThanOrEqual(3)
  expect([closeCode.tooMany, 1006]).toContain(code)
  expect(grown).toBeLessThan(10 + MARGIN)
})

it('T22 LIM-2 a server without that limit is caught answering', async () => {
  const { answers, code } = await askGreedily(lax)
  expect(answers).toBeGreaterThan(20)
  expect(code).toBe('open')
})
