import { findCapture, readCaptures } from '@rondo/shared/document/read-captures.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { ranThen } from '@rondo/shared/meeting/ran-then.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { documentOf, editorOn, press, surroundings, type } from '../editor/editor-fixture.ts'
import { forgetServerTime, noteServerTime, serverNow } from '../platform/clock.ts'
import { checkIn, close, logOf, started, startsAt, walk } from './sample-room.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  forgetServerTime()
  vi.useRealTimers()
})

/** A client whose clock is wrong by an hour, as the server told it before the line broke. */
const client = async (shared: Y.Doc) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared))
  const { editor } = await editorOn(doc, { ...surroundings, stamp: serverNow })
  const catchUnder = (title: string, words: string, digit: number) => {
    let end = 0
    editor.state.doc.forEach((node, position) => {
      if (node.type.name === 'segment' && node.textContent === title) end = position + node.nodeSize + 1
    })
    editor.commands.setTextSelection(end)
    press(editor, String(digit), { code: `Digit${digit}`, ctrlKey: true, altKey: true })
    type(editor, words)
  }
  return { doc, catchUnder }
}

const page = () =>
  documentOf(
    [
      ['Check-in', checkIn],
      ['Walk the code', walk],
      ['Next steps and close', close],
    ].flatMap(([line, id]) => [
      { type: 'segment', id: id as SegmentId, line: line ?? '', minutes: 5 } as const,
      { type: 'paragraph', line: '' } as const,
    ]),
  )

it('What two caught, one of them offline, has the time, the segment and the author of its moment once both are one.', async () => {
  const shared = page()
  const [online, offline] = [await client(shared), await client(shared)]
  const at = (minutes: number) => {
    vi.setSystemTime(startsAt + minutes * MINUTE + 60 * MINUTE)
  }
  at(0)
  noteServerTime(startsAt, 0, 0)
  at(3)
  offline.catchUnder('Check-in', 'Two promises', 4)
  at(7)
  online.catchUnder('Walk the code', 'One file each', 1)
  at(12)
  offline.catchUnder('Walk the code', 'Why two files', 3)
  at(30)
  Y.applyUpdate(online.doc, Y.encodeStateAsUpdate(offline.doc))
  Y.applyUpdate(offline.doc, Y.encodeStateAsUpdate(online.doc))
  const log = logOf(
    ...started,
    { type: 'segment-entered', segmentId: walk, after: 5 },
    { type: 'segment-entered', segmentId: close, after: 20 },
  )
  const state = foldMeeting(log)
  const seen = (doc: Y.Doc) =>
    readCaptures(doc).map((one) => [
      one.text,
      ((one.at ?? 0) - startsAt) / MINUTE,
      one.segmentId,
      ranThen(state, one.at ?? 0),
      one.clientId,
    ])
  expect(new Set(seen(online.doc).map(String))).toEqual(
    new Set(
      [
        ['Two promises', 3, checkIn, checkIn, offline.doc.clientID],
        ['One file each', 7, walk, walk, online.doc.clientID],
        ['Why two files', 12, walk, walk, offline.doc.clientID],
      ].map(String),
    ),
  )
  expect(seen(offline.doc)).toEqual(seen(online.doc))
})

it('Seen as another kind by somebody else, it keeps its id, its time and its author.', async () => {
  const { doc, catchUnder } = await client(page())
  catchUnder('Check-in', 'Two promises', 4)
  const [before] = readCaptures(doc)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  if (before) findCapture(other, before.id)?.setAttribute('kind', 'decision')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(readCaptures(doc)).toEqual([{ ...before, kind: 'decision' }])
})
