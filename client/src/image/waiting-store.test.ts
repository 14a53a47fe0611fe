import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Taken } from '../editor/index.ts'
import { filesKept, forgetFiles, sweepFiles } from '../platform/kept-files.ts'
import { Refused, Unreachable } from '../platform/refused.ts'
import { deleteDatabase } from '../sync/delete-database.ts'
import { WaitingStore } from './waiting-store.ts'

/** A machine that has other work takes its time. */
const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 15_000 })

const taken: Taken = {
  fileId: '00000000-0000-4000-8000-000000000001' as Taken['fileId'],
  width: 4,
  height: 3,
}
const doc = new Y.Doc()
const place = Y.createRelativePositionFromTypeIndex(doc.getXmlFragment('body'), 0)
const picture = (name: string) => new File([name], name, { type: 'image/png' })

/** A server that answers each picture when it is told to. */
const byHand = () => {
  const asked: { name: string; answer: (what: Taken | Error) => void; onProgress: (part: number) => void }[] =
    []
  const send = (file: Blob, sent: { onProgress: (part: number) => void; signal: AbortSignal }) =>
    new Promise<Taken>((resolve, reject) => {
      const answer = (what: Taken | Error) => (what instanceof Error ? reject(what) : resolve(what))
      sent.signal.addEventListener('abort', () => reject(new Unreachable('stopped')))
      asked.push({ name: 'name' in file ? String(file.name) : '', answer, onProgress: sent.onProgress })
    })
  return { asked, send }
}

const stores: WaitingStore[] = []
const openStore = async (server: ReturnType<typeof byHand>, memberId = 'ada') => {
  const store = new WaitingStore({
    memberId,
    documentId: 'notes',
    send: server.send,
    refusalIn: (error) => (error instanceof Refused ? 'Not a picture.' : undefined),
  })
  stores.push(store)
  await store.open()
  return store
}
const ways = (store: WaitingStore) => store.snapshot().map(({ way }) => way.kind)
const keptOf = async (memberId = 'ada') => (await filesKept(memberId)).length

beforeEach(() => {
  URL.createObjectURL = () => 'blob:preview'
  URL.revokeObjectURL = () => {}
})
afterEach(async () => {
  for (const store of stores.splice(0)) store.close()
  await forgetFiles('ada')
  await forgetFiles('ben')
})
// Other tests of this process ask which databases there are.
afterAll(() => deleteDatabase('rondo-files'))

test('Pictures are kept on this device first, then sent one after the other, and are kept no more once they are taken.', async () => {
  const server = byHand()
  const store = await openStore(server)
  store.add([picture('a'), picture('b')], place)
  await until(async () => expect(await keptOf()).toBe(2))
  await until(() => expect(server.asked).toHaveLength(1))
  server.asked[0]?.onProgress(0.5)
  expect(store.snapshot()[0]?.way).toEqual({ kind: 'sending', progress: 0.5 })
  server.asked[0]?.answer(taken)
  await until(() => expect(server.asked).toHaveLength(2))
  expect(ways(store)).toEqual(['taken', 'sending'])
  expect(await keptOf()).toBe(1)
})

test('What the server could not take now waits for another try, by hand or when the network is back.', async () => {
  const server = byHand()
  const store = await openStore(server)
  store.add([picture('a')], place)
  for (const tryAgain of [
    () => store.again(store.snapshot()[0]?.key ?? ''),
    () => window.dispatchEvent(new Event('online')),
  ]) {
    const before = server.asked.length
    await until(() => expect(server.asked.length).toBeGreaterThan(before === 0 ? 0 : before - 1))
    server.asked.at(-1)?.answer(new Unreachable('away'))
    await until(() => expect(ways(store)).toEqual(['kept']))
    expect(await keptOf()).toBe(1)
    const count = server.asked.length
    tryAgain()
    await until(() => expect(server.asked).toHaveLength(count + 1))
  }
})

test('What the server will never take says why, and is not kept for another visit.', async () => {
  const server = byHand()
  const store = await openStore(server)
  store.add([picture('a')], place)
  await until(() => expect(server.asked).toHaveLength(1))
  server.asked[0]?.answer(new Refused(400, { reason: 'image.not-a-picture' }))
  await until(() => expect(store.snapshot()[0]?.way).toEqual({ kind: 'refused', words: 'Not a picture.' }))
  await until(async () => expect(await keptOf()).toBe(0))
})

test('A tab that is closed leaves its pictures to the next, with their place; those of somebody else are nobody else’s.', async () => {
  const first = await openStore(byHand())
  first.add([picture('a')], place)
  await until(async () => expect(await keptOf()).toBe(1))
  first.close()
  expect(first.snapshot()).toEqual([])
  const server = byHand()
  const [next, other] = [await openStore(server), await openStore(byHand(), 'ben')]
  await until(() => expect(ways(next)).toEqual(['sending']))
  expect(Y.compareRelativePositions(next.snapshot()[0]?.place ?? null, place)).toBe(true)
  expect(other.snapshot()).toEqual([])
  await until(() => expect(server.asked).toHaveLength(1))
})

test('One that nobody wants any more is stopped and forgotten.', async () => {
  const server = byHand()
  const store = await openStore(server)
  store.add([picture('a')], place)
  await until(() => expect(server.asked).toHaveLength(1))
  store.drop(store.snapshot()[0]?.key ?? '')
  expect(store.snapshot()).toEqual([])
  await until(async () => expect(await keptOf()).toBe(0))
})

test('What nobody came back for goes after thirty days, and not before.', async () => {
  const store = await openStore(byHand())
  store.add([picture('a')], place)
  await until(async () => expect(await keptOf()).toBe(1))
  await sweepFiles(Date.now() + 29 * 86_400_000)
  expect(await keptOf()).toBe(1)
  await sweepFiles(Date.now() + 31 * 86_400_000)
  expect(await keptOf()).toBe(0)
})
