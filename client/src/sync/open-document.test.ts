import 'fake-indexeddb/auto'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { decodeHello } from '@rondo/shared/wire/hello-frame.ts'
import { isWriteFrame, messageType } from '@rondo/shared/wire/message-type.ts'
import { encodeServerFrame, type ServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { forgetLocalCopies, nameOfCopy } from './local-copy.ts'
import { type DocumentHandle, openDocument } from './open-document.ts'

const documentId = '00000000-0000-4000-8000-000000000001'
const memberId = '00000000-0000-4000-8000-00000000000a'

/** The server's side of one connection, as far as a client can tell. */
class FakeLine extends EventTarget {
  static readonly OPEN = 1
  static last: FakeLine | undefined
  readonly OPEN = 1
  readonly url: string
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: Uint8Array[] = []

  constructor(url: string | URL) {
    super()
    this.url = String(url)
    FakeLine.last = this
  }

  send(data: Uint8Array): void {
    this.sent.push(data)
  }

  close(): void {
    this.readyState = 3
  }

  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
    this.onopen?.()
  }

  say(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer })
  }

  tell(frame: ServerFrame): void {
    this.say(encodeServerFrame(frame))
  }

  end(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  /** Joins as the server does: mode, its question, and the answer to the client's. */
  join(doc: Y.Doc): void {
    this.tell({ kind: 'mode', mode: 'write', generation: 1, minSchema: 1, maxSchema: 1 })
    const question = createEncoder()
    writeVarUint(question, messageType.sync)
    writeSyncStep1(question, doc)
    this.say(toUint8Array(question))
    for (const frame of this.sent)
      if (frame[0] === messageType.sync && frame[1] === 0) this.answer(doc, frame)
  }

  answer(doc: Y.Doc, frame: Uint8Array): void {
    const decoder = createDecoder(frame)
    readVarUint(decoder)
    const reply = createEncoder()
    writeVarUint(reply, messageType.sync)
    readSyncMessage(decoder, reply, doc, 'test')
    this.say(toUint8Array(reply))
  }

  get writes(): number {
    return this.sent.filter(isWriteFrame).length
  }
}

const line = (): FakeLine => {
  if (FakeLine.last === undefined) throw new Error('Nobody has connected.')
  return FakeLine.last
}

const handles: DocumentHandle[] = []
const open = (member = memberId): DocumentHandle => {
  const socket = FakeLine as unknown as typeof WebSocket
  const handle = openDocument({ documentId, memberId: member, origin: 'http://rondo.test', socket })
  handles.push(handle)
  return handle
}
const type = (handle: DocumentHandle, text: string): void => {
  handle.body.push([new Y.XmlText(text)])
}
const databases = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name)

afterEach(async () => {
  await Promise.all(handles.splice(0).map((handle) => handle.close()))
  await forgetLocalCopies()
  localStorage.clear()
})

describe('an open document', () => {
  it('connects to its own address and greets before anything else', () => {
    const handle = open()
    line().open()
    expect(line().url).toBe(`ws://rondo.test/sync/${documentId}`)
    const [first] = line().sent
    expect(decodeHello(first ?? Uint8Array.of())).toEqual({
      schema: 1,
      generation: 1,
      clientId: handle.doc.clientID,
      ackVersion: 1,
    })
  })

  it('is saved when the server confirmed every frame, and saving from the first key on', () => {
    const handle = open()
    const server = new Y.Doc()
    line().open()
    line().join(server)
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    line().tell({ kind: 'ack', count: line().writes, seq: 0 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    type(handle, 'a')
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    line().tell({ kind: 'ack', count: line().writes, seq: 1 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
  })

  it('says how many edits are only here when the line breaks, and that this device has them once it does', async () => {
    const handle = open()
    line().open()
    line().join(new Y.Doc())
    line().tell({ kind: 'ack', count: 1, seq: 0 })
    line().end(1006)
    type(handle, 'a')
    type(handle, 'b')
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 2 })
    await vi.waitFor(() => expect(handle.saved.get()).toEqual({ kind: 'kept', count: 2, onDevice: true }))
  })

  it('doubts its line as soon as the network is said to be gone, and tries another at once', async () => {
    const handle = open()
    const before = line()
    before.open()
    before.join(new Y.Doc())
    before.tell({ kind: 'ack', count: before.writes, seq: 0 })
    window.dispatchEvent(new Event('offline'))
    expect(handle.status.get().synced).toBe(false)
    type(handle, 'a')
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 1 })
    await vi.waitFor(() => expect(line()).not.toBe(before))
  })

  it('is ready again offline with what this device kept', async () => {
    const first = open()
    type(first, 'typed on a train')
    await vi.waitFor(() => expect(first.saved.get()).toMatchObject({ onDevice: true }))
    await first.close()
    const second = open()
    await vi.waitFor(() =>
      expect(second.status.get()).toMatchObject({ ready: true, mayWrite: true, synced: false }),
    )
    expect(second.body.toJSON()).toBe('typed on a train')
  })

  it('is not ready before there is something true to show', async () => {
    const handle = open()
    line().open()
    expect(handle.status.get().ready).toBe(false)
    line().join(new Y.Doc())
    expect(handle.status.get()).toEqual({ ready: true, synced: true, mayWrite: true, endedBy: null })
  })

  it('stops and forgets its copy when access is gone', async () => {
    const handle = open()
    type(handle, 'x')
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
    line().open()
    line().end(closeCode.revoked, 'no access')
    expect(handle.status.get()).toMatchObject({ endedBy: 'no-access', mayWrite: false })
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'no-access' })
    await vi.waitFor(async () => expect(await databases()).toEqual([]))
  })

  it('keeps its copy when only the session ended, and goes on after signing in', async () => {
    const handle = open()
    type(handle, 'x')
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
    line().open()
    const before = line()
    before.end(closeCode.signedOut, 'no session')
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'signed-out' })
    expect(await databases()).toEqual([nameOfCopy({ documentId, memberId, generation: 1 })])
    handle.retry()
    await vi.waitFor(() => expect(line()).not.toBe(before))
    line().open()
    line().join(new Y.Doc())
    line().tell({ kind: 'ack', count: line().writes, seq: 1 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
  })

  it('begins a new copy when the document has another generation', async () => {
    const handle = open()
    line().open()
    line().end(closeCode.otherGeneration, '3')
    expect(handle.status.get().endedBy).toBe('other-generation')
    open()
    line().open()
    expect(decodeHello(line().sent[0] ?? Uint8Array.of())?.generation).toBe(3)
  })

  it('tells a reader that what was typed is not taken', () => {
    const handle = open()
    line().open()
    line().join(new Y.Doc())
    line().tell({ kind: 'mode', mode: 'read', generation: 1, minSchema: 1, maxSchema: 1 })
    type(handle, 'x')
    line().tell({ kind: 'reject', count: line().writes, reason: 'read-only', retryable: false })
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'read-only' })
    expect(handle.status.get().mayWrite).toBe(false)
  })

  it('knows the server’s time from the heartbeat', () => {
    const handle = open()
    line().open()
    line().tell({ kind: 'heartbeat', at: Date.now() + 3_600_000 })
    expect(Math.round((handle.serverNow() - Date.now()) / 1_000)).toBe(3_600)
  })

  it('asks before a tab is closed with edits that are nowhere else', () => {
    const handle = open()
    const leave = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).toBe(false)
    type(handle, 'x')
    expect(leave()).toBe(true)
  })
})

describe('presence', () => {
  const say = (awareness: Awareness): void => {
    const encoder = createEncoder()
    writeVarUint(encoder, messageType.presence)
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
    line().say(toUint8Array(encoder))
  }

  it('shows others once, by name, and never oneself', () => {
    const handle = open()
    line().open()
    for (const [id, name] of [
      ['2', 'Zoe'],
      ['1', 'Ada'],
      ['1', 'Ada'],
    ]) {
      const other = new Awareness(new Y.Doc())
      other.setLocalState({ user: { id, name, colour: 3, color: '#000000' } })
      say(other)
      other.destroy()
    }
    handle.awareness.setLocalStateField('user', { id: 'me', name: 'Me', colour: 1 })
    expect(handle.people.get().map(({ name }) => name)).toEqual(['Ada', 'Zoe'])
  })

  it('speaks for oneself and repeats nobody else', () => {
    const handle = open()
    line().open()
    const before = line().sent.length
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ user: { id: '1', name: 'Ada', colour: 3 } })
    say(other)
    other.destroy()
    expect(line().sent).toHaveLength(before)
    handle.awareness.setLocalStateField('cursor', { anchor: 1 })
    const heard = new Awareness(new Y.Doc())
    const decoder = createDecoder(line().sent.at(-1) ?? Uint8Array.of())
    expect(readVarUint(decoder)).toBe(messageType.presence)
    applyAwarenessUpdate(heard, readVarUint8Array(decoder), 'test')
    expect([...heard.getStates().keys()].filter((id) => id !== heard.clientID)).toEqual([handle.doc.clientID])
    heard.destroy()
  })
})

describe('copies on this device', () => {
  it('are kept apart by member and go at sign-out', async () => {
    const [mine, theirs] = [open('ada'), open('bob')]
    for (const handle of [mine, theirs]) type(handle, 'x')
    await vi.waitFor(async () => expect(await databases()).toHaveLength(2))
    await forgetLocalCopies('ada')
    expect(await databases()).toEqual([nameOfCopy({ documentId, memberId: 'bob', generation: 1 })])
    await forgetLocalCopies()
    expect(await databases()).toEqual([])
  })
})
