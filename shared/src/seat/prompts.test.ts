import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { initialDocument } from '../document/write-document.ts'
import type { SegmentId } from '../kernel/id.ts'
import { readPrompts } from './prompts.ts'

const segment = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as SegmentId

test('Prompts are what the page says under its segments; lanes and study segments ask nobody.', () => {
  const doc = new Y.Doc()
  initialDocument(doc, {
    segments: [
      { id: segment(1), title: 'From last time', minutes: 5, carryOver: true, prompt: 'What became of it?' },
      { id: segment(2), title: 'Talk', minutes: 30 },
      { id: segment(3), title: 'Observer', minutes: 0, prompt: 'What do you see?' },
      { id: segment(4), title: 'Focus', minutes: 25 },
      { id: segment(5), title: 'Close', minutes: 5, prompt: 'What do you take along?' },
    ],
  })
  const parts = [
    { segmentId: segment(3), part: { kind: 'lane' as const } },
    { segmentId: segment(4), part: { kind: 'study' as const, focus: 25, pause: 5 } },
  ]
  expect(readPrompts(doc, parts)).toEqual([
    { segmentId: segment(1), title: 'From last time', prompt: 'What became of it?' },
    { segmentId: segment(2), title: 'Talk', prompt: null },
    { segmentId: segment(5), title: 'Close', prompt: 'What do you take along?' },
  ])
})
