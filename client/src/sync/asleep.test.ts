import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { sendWhatWaits } from './send-what-waits.ts'
import { attempts, memberId, open, passTimeByHand, type } from './testing/by-hand.ts'
import { FakeLine, fakeSocket, lastLine } from './testing/fake-line.ts'

const day = 24 * 3_600_000

passTimeByHand()

const join = (server: Y.Doc): FakeLine => {
  const line = lastLine()
  line.open()
  line.join(server)
  line.take(server)
  line.ack()
  return line
}
const textOf = (doc: Y.Doc): string => doc.getXmlFragment('body').toJSON()

describe('a silent network', () => {
  it('is not believed for longer than five seconds: the mark says that nothing is saved yet', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    type(handle, 'Into the void.')
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(4_900)
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(200)
    expect(handle.saved.get()).toMatchObject({ kind: 'late', count: 1 })
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ kind: 'late', onDevice: true }))
    line.take(server, 1)
    line.ack()
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
  })

  it('does not say so while acknowledgements come, however long somebody types', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    for (let second = 0; second < 20; second++) {
      const before = line.writes
      type(handle, 'a')
      type(handle, 'b')
      line.tell({ kind: 'ack', count: before + 1, seq: 1 })
      // oxlint-disable-next-line no-await-in-loop
      await vi.advanceTimersByTimeAsync(1_000)
      line.tell({ kind: 'heartbeat', at: Date.now() })
      expect(handle.saved.get()).toEqual({ kind: 'saving' })
    }
  })

  it('is given up after half a minute, and another connection is tried', async () => {
    const handle = open()
    const line = join(new Y.Doc())
    await vi.advanceTimersByTimeAsync(29_000)
    expect(lastLine()).toBe(line)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(lastLine()).not.toBe(line)
    expect(handle.status.get().synced).toBe(false)
  })

  it('does not hold an attempt for ever', async () => {
    open()
    const before = attempts()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(attempts()).toBe(before + 1)
  })
})

describe('a phone that slept for a day', () => {
  it('finds its dead line as soon as somebody looks, and loses nothing', async () => {
    const server = new Y.Doc()
    const handle = open()
    const line = join(server)
    type(handle, 'Typed on the stairs.')
    // Timers stood still, the socket died without a word, and the clock is a day later.
    vi.setSystemTime(Date.now() + day)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(line.readyState).toBe(3)
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 1 })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(lastLine()).not.toBe(line)
    join(server)
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    expect(textOf(server)).toBe('Typed on the stairs.')
  })

  it('leaves a line alone that has just been heard', () => {
    open()
    const line = join(new Y.Doc())
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('online'))
    expect(line.readyState).toBe(1)
  })

  it('notices silence although its clock was set back', async () => {
    open()
    const line = join(new Y.Doc())
    vi.setSystemTime(Date.now() - day)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(line.readyState).toBe(3)
    expect(lastLine()).not.toBe(line)
  })
})

describe('two tabs of one browser', () => {
  it('each write without a connection, come back in any order, and nothing is lost or doubled', async () => {
    const server = new Y.Doc()
    const one = open()
    const oneLine = join(server)
    const two = open()
    const twoLine = join(server)
    oneLine.end(1006)
    twoLine.end(1006)
    type(one, 'One.')
    type(two, 'Two.')
    // oxlint-disable-next-line no-await-in-loop
    for (const tab of [one, two])
      await vi.waitFor(() => expect(tab.saved.get()).toMatchObject({ onDevice: true }))
    // The second tab is closed; a third opens what this device has and sends it.
    await two.close()
    const three = open()
    await vi.waitFor(() => expect(three.status.get().ready).toBe(true))
    expect(textOf(three.doc)).toContain('One.')
    expect(textOf(three.doc)).toContain('Two.')
    await vi.advanceTimersByTimeAsync(1_100)
    const waiting = FakeLine.all.filter(({ readyState }) => readyState === 0)
    for (const line of waiting) {
      line.open()
      line.join(server)
      line.take(server)
      line.ack()
    }
    expect(textOf(server).match(/One\./g)).toHaveLength(1)
    expect(textOf(server).match(/Two\./g)).toHaveLength(1)
    expect(one.saved.get()).toEqual({ kind: 'saved' })
    expect(three.saved.get()).toEqual({ kind: 'saved' })
  })
})

describe('what was written offline into a document that nobody has open', () => {
  it('is sent once the server is there, and no mark of it stays', async () => {
    const server = new Y.Doc()
    const handle = open()
    join(server).end(1006)
    type(handle, 'Left behind.')
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
    await handle.close()
    const before = attempts()
    const sending = sendWhatWaits(memberId, { origin: 'http://rondo.test', socket: fakeSocket })
    await vi.waitFor(() => {
      vi.advanceTimersByTime(100)
      expect(attempts()).toBe(before + 1)
    })
    join(server)
    await sending
    expect(textOf(server)).toBe('Left behind.')
    expect(Object.keys(localStorage).filter((key) => key.startsWith('rondo.unsent.'))).toEqual([])
  })
})
