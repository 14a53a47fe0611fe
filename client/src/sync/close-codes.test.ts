import 'fake-indexeddb/auto'
import { closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import { decodeHello } from '@rondo/shared/wire/hello-frame.ts'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { copyOfName } from './copy-name.ts'
import type { DocumentHandle } from './open-document.ts'
import { readSetAside } from './set-aside.ts'
import { attempts, documentId, memberId, open, passTimeByHand, type, whenKept } from './testing/by-hand.ts'
import { type FakeLine, lastLine } from './testing/fake-line.ts'

passTimeByHand()

const join = (server = new Y.Doc(), generation = 1): FakeLine => {
  const line = lastLine()
  line.open()
  line.join(server, generation)
  line.ack()
  return line
}
/** The line breaks, something is typed, and this device has it. */
const typeOffline = async (handle: DocumentHandle, text: string): Promise<void> => {
  lastLine().end(1006)
  type(handle, text)
  await whenKept(handle)
}
const copies = async () =>
  (await indexedDB.databases()).flatMap(({ name }) => (copyOfName(name ?? '') === undefined ? [] : [name]))

describe('a decision of the server', () => {
  it('4400 reports and stops, and with the reason resync connects again', () => {
    const handle = open()
    join().end(closeCode.badFrame, 'bad frame')
    const before = attempts()
    vi.advanceTimersByTime(120_000)
    expect(attempts()).toBe(before)
    expect(handle.status.get()).toMatchObject({ endedBy: 'broken', mayWrite: false })
    handle.retry()
    vi.advanceTimersByTime(0)
    join().end(closeCode.badFrame, resyncReason)
    vi.advanceTimersByTime(0)
    expect(attempts()).toBe(before + 2)
  })

  it('4401 keeps what was typed, asks to sign in, and goes on in the same tab when that is done', async () => {
    const handle = open()
    join()
    await typeOffline(handle, 'typed before')
    handle.retry()
    vi.advanceTimersByTime(0)
    lastLine().open()
    lastLine().end(closeCode.signedOut)
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'signed-out' })
    expect(await copies()).toHaveLength(1)
    const before = attempts()
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(0)
    expect(attempts()).toBe(before + 1)
    const server = new Y.Doc()
    const line = join(server)
    line.take(server)
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    expect(server.getXmlFragment('body').toJSON()).toBe('typed before')
  })

  it.each([
    ['4403', closeCode.revoked],
    ['4404', closeCode.notFound],
  ])('%s forgets the copy and stops', async (_name, code) => {
    const handle = open()
    join()
    await typeOffline(handle, 'x')
    handle.retry()
    vi.advanceTimersByTime(0)
    lastLine().open()
    lastLine().end(code)
    expect(handle.status.get()).toMatchObject({ endedBy: 'no-access', mayWrite: false })
    await vi.waitFor(async () => expect(await copies()).toEqual([]))
    const before = attempts()
    vi.advanceTimersByTime(120_000)
    expect(attempts()).toBe(before)
    const again = open()
    lastLine().open()
    expect(again.body.toJSON()).toBe('')
    expect(decodeHello(lastLine().sent[0] ?? Uint8Array.of())?.generation).toBe(0)
  })

  it('4409 sets aside what the server never had, drops the copy and begins anew', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    type(handle, 'Everybody has this.')
    line.take(server)
    line.ack()
    await vi.advanceTimersByTimeAsync(2_100)
    await typeOffline(handle, 'Only I have this.')
    handle.retry()
    vi.advanceTimersByTime(0)
    lastLine().open()
    expect(decodeHello(lastLine().sent[0] ?? Uint8Array.of())?.generation).toBe(1)
    lastLine().end(closeCode.otherGeneration, '2')
    await vi.waitFor(() => expect(handle.status.get().endedBy).toBe('other-generation'))
    expect(readSetAside(memberId, documentId)).toBe('Only I have this.')
    expect(await copies()).toEqual([])
    const again = open()
    const restored = new Y.Doc()
    restored.getXmlFragment('body').push([new Y.XmlText('As it was.')])
    join(restored, 2)
    expect(again.body.toJSON()).toBe('As it was.')
    await vi.waitFor(async () => expect(await copies()).toEqual([`${memberId}:${documentId}:2`]))
  })

  it('4409 also sets aside what was typed offline before the tab was closed', async () => {
    const first = open()
    join()
    await vi.advanceTimersByTimeAsync(2_100)
    await typeOffline(first, 'From the train.')
    await first.close()
    const second = open()
    await vi.waitFor(() => expect(second.status.get().ready).toBe(true))
    await vi.advanceTimersByTimeAsync(1_000)
    lastLine().open()
    lastLine().end(closeCode.otherGeneration, '2')
    await vi.waitFor(() => expect(second.status.get().endedBy).toBe('other-generation'))
    expect(readSetAside(memberId, documentId)).toBe('From the train.')
  })

  it('4409 sets nothing aside where the server had everything', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    type(handle, 'Everybody has this.')
    line.take(server)
    line.ack()
    await vi.advanceTimersByTimeAsync(2_100)
    line.end(closeCode.otherGeneration, '2')
    await vi.waitFor(() => expect(handle.status.get().endedBy).toBe('other-generation'))
    expect(readSetAside(memberId, documentId)).toBeUndefined()
  })

  it('4410 shows the document until it is closed, and forgets it then', async () => {
    const handle = open()
    join()
    type(handle, 'Still to be read.')
    await vi.waitFor(async () => expect(await copies()).toHaveLength(1))
    lastLine().end(closeCode.deleted)
    expect(handle.status.get()).toMatchObject({ endedBy: 'deleted', mayWrite: false, ready: true })
    expect(handle.body.toJSON()).toBe('Still to be read.')
    await handle.close()
    expect(await copies()).toEqual([])
    expect(open().status.get().isNotHere).toBe(true)
  })

  it('4413 is read-only, says why, and keeps what does not fit', async () => {
    const handle = open()
    join()
    type(handle, 'One too many.')
    await vi.waitFor(async () => expect(await copies()).toHaveLength(1))
    lastLine().end(closeCode.full)
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'full' })
    expect(handle.status.get()).toMatchObject({ ready: true, mayWrite: false })
    expect(await copies()).toHaveLength(1)
  })

  it('4426 is read-only until a newer client comes, and keeps what was typed', async () => {
    const handle = open()
    join()
    await typeOffline(handle, 'By an old client.')
    handle.retry()
    vi.advanceTimersByTime(0)
    lastLine().open()
    lastLine().end(closeCode.outdated)
    expect(handle.status.get()).toMatchObject({ endedBy: 'outdated', mayWrite: false, ready: true })
    expect(handle.wouldLose()).toBe(false)
    expect(await copies()).toHaveLength(1)
  })

  it('a server with a newer schema hands nothing to an old editor, and gets nothing from it', () => {
    const handle = open({ schema: 3 })
    const line = lastLine()
    line.open()
    const writesBefore = line.writes
    line.mode('read', 1, 4)
    expect(handle.status.get()).toMatchObject({ endedBy: 'outdated', ready: false })
    const newer = new Y.Doc()
    newer.getXmlFragment('body').push([new Y.XmlElement('block-of-tomorrow')])
    line.ask(newer)
    expect(line.writes).toBe(writesBefore)
    expect(line.readyState).toBe(3)
    vi.advanceTimersByTime(120_000)
    expect(lastLine()).toBe(line)
  })
})

describe('another attempt', () => {
  it.each([
    ['1006', 1006],
    ['1011', 1011],
    ['1012', 1012],
    ['4500', closeCode.internal],
    ['4503', closeCode.restarting],
    ['4508', closeCode.tooSlow],
  ])('%s comes again within a second', (_name, code) => {
    const handle = open()
    vi.spyOn(Math, 'random').mockReturnValue(0.999)
    join().end(code)
    const before = attempts()
    vi.advanceTimersByTime(990)
    expect(attempts()).toBe(before)
    vi.advanceTimersByTime(20)
    expect(attempts()).toBe(before + 1)
    expect(handle.status.get().endedBy).toBeNull()
  })

  it.each([
    ['4522', closeCode.unavailable, 30_000, 'repair'],
    ['4529', closeCode.tooMany, 10_000, 'room'],
  ] as const)(
    '%s waits its time, whatever wakes up meanwhile, and says what for',
    (_name, code, floor, why) => {
      const handle = open()
      lastLine().open()
      lastLine().end(code)
      const before = attempts()
      expect(handle.status.get().waitsFor).toBe(why)
      for (const wake of ['online', 'pageshow', 'focus']) window.dispatchEvent(new Event(wake))
      document.dispatchEvent(new Event('visibilitychange'))
      handle.retry()
      vi.advanceTimersByTime(floor - 10)
      expect(attempts()).toBe(before)
      vi.advanceTimersByTime(20)
      expect(attempts()).toBe(before + 1)
      join()
      expect(handle.status.get().waitsFor).toBeNull()
    },
  )

  it('comes at once when the network or the person is back', () => {
    open()
    vi.spyOn(Math, 'random').mockReturnValue(0.9)
    lastLine().end(1006)
    for (let failure = 0; failure < 8; failure++) {
      vi.advanceTimersByTime(60_000)
      lastLine().end(1006)
    }
    const before = attempts()
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(2_000)
    expect(attempts()).toBe(before + 1)
  })

  it('takes ever longer while connections do not last, and begins anew after half a minute in step', () => {
    open()
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const waited = (): number => {
      const before = attempts()
      let ms = 0
      while (attempts() === before && ms < 60_000) {
        vi.advanceTimersByTime(100)
        ms += 100
      }
      return ms
    }
    const waits = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      join().end(1006)
      return waited()
    })
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    const line = join()
    vi.advanceTimersByTime(15_000)
    line.tell({ kind: 'heartbeat', at: Date.now() })
    vi.advanceTimersByTime(16_000)
    line.end(1006)
    expect(waited()).toBe(500)
  })
})

describe('a server that cannot store', () => {
  it('is told to everybody; writing goes on here and is never called saved, until the server has it', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    line.mode('read-for-now')
    expect(handle.status.get()).toMatchObject({ cannotStore: true, mayWrite: true })
    const stored = line.writes
    type(handle, 'Written meanwhile.')
    line.tell({ kind: 'reject', count: line.writes, reason: 'not-stored', retryable: true })
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 1 })
    await whenKept(handle)
    expect(handle.wouldLose()).toBe(false)
    line.mode('write')
    line.ask(server)
    line.take(server, stored)
    line.ack()
    expect(handle.status.get()).toMatchObject({ cannotStore: false, mayWrite: true })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    expect(server.getXmlFragment('body').toJSON()).toBe('Written meanwhile.')
  })
})
