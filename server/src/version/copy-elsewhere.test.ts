import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { copyOf } from './copy.ts'
import { copyElsewhere } from './copy-elsewhere.ts'

/** How often the event loop turns until some work is done. */
const turnsDuring = async (work: Promise<unknown>): Promise<number> => {
  let turns = 0
  let isDone = false
  const turn = (): void => {
    turns += 1
    if (!isDone) setImmediate(turn)
  }
  turn()
  await work
  isDone = true
  return turns
}

test('VER-12: A long page is copied beside everything else, and the copy is the one that would have been made here.', async () => {
  const doc = new Y.Doc()
  const line = 'Whoever asks learns twice. '.repeat(4)
  appendBlocks(
    doc,
    Array.from({ length: 3_000 }, () => ({ type: 'paragraph' as const, line })),
  )
  const state = Y.encodeStateAsUpdate(doc)
  expect(state.length).toBeGreaterThan(300_000)
  const copying = copyElsewhere(state)
  expect(await turnsDuring(copying)).toBeGreaterThan(20)
  expect(await copying).toEqual(await copyOf(state))
})
