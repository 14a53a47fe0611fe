import 'fake-indexeddb/auto'
import { SCHEMA_VERSION } from '@rondo/shared/document/schema.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { decodeHello } from '@rondo/shared/wire/hello-frame.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { nameOfCopy } from './copy-name.ts'
import { forgetLocalCopies } from './forget-copies.ts'
import { type DocumentHandle, openDocument } from './open-document.ts'
import { fakeSocket, lastLine } from './testing/fake-line.ts'

const documentId = '00000000-0000-4000-8000-000000000001'
const memberId = '00000000-0000-4000-8000-00000000000a'

const handles: DocumentHandle[] = []
const open = (member = memberId): DocumentHandle => {
  const handle = openDocument({
    documentId,
    memberId: member,
    origin: 'http://rondo.test',
    socket: fakeSocket,
  })
  handles.push(handle)
  return handle
}
/** Opens it, and is let in by a server that has everything. */
const openJoined = (member = memberId, server = new Y.Doc()): DocumentHandle => {
  const handle = open(member)
  lastLine().open()
  lastLine().join(server)
  lastLine().ack()
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
    lastLine().open()
    expect(lastLine().url).toBe(`ws://rondo.test/sync/${documentId}`)
    const [first] = lastLine().sent
    expect(decodeHello(first ?? Uint8Array.of())).toEqual({
      schema: SCHEMA_VERSION,
      generation: 0,
      clientId: handle.doc.clientID,
      ackVersion: 1,
    })
  })

  it('is saved when the server confirmed every frame, and saving from the first key on', () => {
    const handle = open()
    const server = new Y.Doc()
    lastLine().open()
    lastLine().join(server)
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    lastLine().tell({ kind: 'ack', count: lastLine().writes, seq: 0 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
    type(handle, 'a')
    expect(handle.saved.get()).toEqual({ kind: 'saving' })
    lastLine().tell({ kind: 'ack', count: lastLine().writes, seq: 1 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
  })

  it('says how many edits are only here when the line breaks, and that this device has them once it does', async () => {
    const handle = open()
    lastLine().open()
    lastLine().join(new Y.Doc())
    lastLine().tell({ kind: 'ack', count: 1, seq: 0 })
    lastLine().end(1006)
    type(handle, 'a')
    type(handle, 'b')
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 2 })
    await vi.waitFor(() => expect(handle.saved.get()).toEqual({ kind: 'kept', count: 2, onDevice: true }))
  })

  it('doubts its line as soon as the network is said to be gone, and tries another at once', async () => {
    const handle = open()
    const before = lastLine()
    before.open()
    before.join(new Y.Doc())
    before.tell({ kind: 'ack', count: before.writes, seq: 0 })
    window.dispatchEvent(new Event('offline'))
    expect(handle.status.get().synced).toBe(false)
    type(handle, 'a')
    expect(handle.saved.get()).toMatchObject({ kind: 'kept', count: 1 })
    await vi.waitFor(() => expect(lastLine()).not.toBe(before))
  })

  it('is ready again offline with what this device kept', async () => {
    const first = openJoined()
    lastLine().end(1006)
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
    lastLine().open()
    expect(handle.status.get().ready).toBe(false)
    lastLine().join(new Y.Doc())
    expect(handle.status.get()).toMatchObject({ ready: true, synced: true, mayWrite: true, endedBy: null })
  })

  it('stops and forgets its copy when access is gone', async () => {
    const handle = openJoined()
    lastLine().end(1006)
    type(handle, 'x')
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
    handle.retry()
    await vi.waitFor(() => expect(lastLine().readyState).toBe(0))
    lastLine().open()
    lastLine().end(closeCode.revoked, 'no access')
    expect(handle.status.get()).toMatchObject({ endedBy: 'no-access', mayWrite: false })
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'no-access' })
    await vi.waitFor(async () => expect(await databases()).toEqual([]))
  })

  it('keeps its copy when only the session ended, and goes on after signing in', async () => {
    const handle = openJoined()
    lastLine().end(1006)
    type(handle, 'x')
    await vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
    handle.retry()
    await vi.waitFor(() => expect(lastLine().readyState).toBe(0))
    lastLine().open()
    const before = lastLine()
    before.end(closeCode.signedOut, 'no session')
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'signed-out' })
    expect(await databases()).toEqual([nameOfCopy({ documentId, memberId, generation: 1 })])
    handle.retry()
    await vi.waitFor(() => expect(lastLine()).not.toBe(before))
    lastLine().open()
    lastLine().join(new Y.Doc())
    lastLine().tell({ kind: 'ack', count: lastLine().writes, seq: 1 })
    expect(handle.saved.get()).toEqual({ kind: 'saved' })
  })

  it('tells a reader that what was typed is not taken', () => {
    const handle = open()
    lastLine().open()
    lastLine().join(new Y.Doc())
    lastLine().mode('read')
    type(handle, 'x')
    lastLine().tell({ kind: 'reject', count: lastLine().writes, reason: 'read-only', retryable: false })
    expect(handle.saved.get()).toEqual({ kind: 'blocked', reason: 'read-only' })
    expect(handle.status.get().mayWrite).toBe(false)
  })

  it('knows the server’s time from the heartbeat', () => {
    const handle = open()
    lastLine().open()
    lastLine().tell({ kind: 'heartbeat', at: Date.now() + 3_600_000 })
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
    lastLine().say(toUint8Array(encoder))
  }

  it('shows others once, by name, and never oneself', () => {
    const handle = open()
    lastLine().open()
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
    lastLine().open()
    const before = lastLine().sent.length
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ user: { id: '1', name: 'Ada', colour: 3 } })
    say(other)
    other.destroy()
    expect(lastLine().sent).toHaveLength(before)
    handle.awareness.setLocalStateField('cursor', { anchor: 1 })
    const heard = new Awareness(new Y.Doc())
    const decoder = createDecoder(lastLine().sent.at(-1) ?? Uint8Array.of())
    expect(readVarUint(decoder)).toBe(messageType.presence)
    applyAwarenessUpdate(heard, readVarUint8Array(decoder), 'test')
    expect([...heard.getStates().keys()].filter((id) => id !== heard.clientID)).toEqual([handle.doc.clientID])
    heard.destroy()
  })
})

describe('copies on this device', () => {
  it('are kept apart by member and go at sign-out', async () => {
    const [mine, theirs] = [openJoined('ada'), openJoined('bob')]
    for (const handle of [mine, theirs]) type(handle, 'x')
    await vi.waitFor(async () => expect(await databases()).toHaveLength(2))
    await forgetLocalCopies('ada')
    expect(await databases()).toEqual([nameOfCopy({ documentId, memberId: 'bob', generation: 1 })])
    await forgetLocalCopies()
    expect(await databases()).toEqual([])
  })
})
