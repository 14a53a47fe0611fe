import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { wouldLoseSomething } from './leave-guard.ts'
import { leaveDocument, takeDocument } from './linger.ts'
import type { DocumentHandle } from './open-document.ts'
import { type FakeLine, fakeSocket, lastLine } from './testing/fake-line.ts'

// This environment has no IndexedDB: what is typed is in the tab only, until the server has it.
const take = (): DocumentHandle =>
  takeDocument({ documentId: 'notes', memberId: 'ada', origin: 'http://rondo.test', socket: fakeSocket })
const join = (server = new Y.Doc()): FakeLine => {
  const line = lastLine()
  line.open()
  line.join(server)
  line.ack()
  return line
}

const opened: DocumentHandle[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((handle) => handle.close()))
  localStorage.clear()
  vi.unstubAllGlobals()
})

describe('a document that nobody looks at any more', () => {
  it('is closed at once when nothing is lost by it', async () => {
    const handle = take()
    const line = join()
    leaveDocument(handle)
    expect(line.readyState).toBe(3)
    await vi.waitFor(() => expect(handle.doc.isDestroyed).toBe(true))
  })

  it('stays open while it holds the only copy of something, is taken up again, and goes when it is saved', async () => {
    const handle = take()
    const server = new Y.Doc()
    const line = join(server)
    handle.body.push([new Y.XmlText('Nowhere else.')])
    leaveDocument(handle)
    expect(line.readyState).toBe(1)
    expect(wouldLoseSomething()).toBe(true)
    expect(take()).toBe(handle)
    leaveDocument(handle)
    line.take(server)
    line.ack()
    expect(server.getXmlFragment('body').toJSON()).toBe('Nowhere else.')
    await vi.waitFor(() => expect(handle.doc.isDestroyed).toBe(true))
    expect(wouldLoseSomething()).toBe(false)
    const other = take()
    opened.push(other)
    expect(other).not.toBe(handle)
  })

  it('asks the browser once to keep what is only here', () => {
    const persist = vi.fn<() => Promise<boolean>>(async () => true)
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { storage: { persist } }))
    const handle = take()
    opened.push(handle)
    const line = join()
    handle.body.push([new Y.XmlText('With a line.')])
    expect(persist).not.toHaveBeenCalled()
    line.end(1006)
    for (const text of ['Without.', 'Without.']) handle.body.push([new Y.XmlText(text)])
    expect(persist).toHaveBeenCalledTimes(1)
  })
})
