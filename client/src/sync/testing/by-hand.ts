import { afterEach, beforeEach, expect, vi } from 'vitest'
import * as Y from 'yjs'
import { forgetLocalCopies } from '../forget-copies.ts'
import { type DocumentHandle, type OpenOptions, openDocument } from '../open-document.ts'
import { FakeLine, fakeSocket } from './fake-line.ts'

export const memberId = '00000000-0000-4000-8000-00000000000a'
export const documentId = '00000000-0000-4000-8000-000000000001'

const handles: DocumentHandle[] = []

/** In every test of this file time passes by hand, and chance waits for nobody. What was opened is closed and forgotten. */
export const passTimeByHand = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    })
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(async () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    await Promise.all(handles.splice(0).map((handle) => handle.close()))
    await forgetLocalCopies()
    localStorage.clear()
  })
}

/** Opens the document, as a tab does. */
export const open = (options: Partial<OpenOptions> = {}): DocumentHandle => {
  const usual = { documentId, memberId, origin: 'http://rondo.test', socket: fakeSocket }
  const handle = openDocument({ ...usual, ...options })
  handles.push(handle)
  return handle
}

export const type = (handle: DocumentHandle, text: string): void => handle.body.push([new Y.XmlText(text)])

/** How often anybody has tried to connect. */
export const attempts = (): number => FakeLine.all.length

/** This device has all that was typed. */
export const whenKept = (handle: DocumentHandle): Promise<void> =>
  vi.waitFor(() => expect(handle.saved.get()).toMatchObject({ onDevice: true }))
