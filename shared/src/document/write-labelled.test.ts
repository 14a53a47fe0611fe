import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { SegmentId } from '../kernel/id.ts'
import { readText } from './read-text.ts'
import { validateStructure } from './validate-structure.ts'
import { initialDocument } from './write-document.ts'
import { writeLabelled } from './write-labelled.ts'

const id = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const page = () => {
  const doc = new Y.Doc()
  const segments = [1, 2].map((n) => ({ id: id(n), title: `Title ${n}`, minutes: 5 }))
  initialDocument(doc, { segments })
  return doc
}

test('Lines under one label stand together, in the segment that they were written for.', () => {
  const doc = page()
  expect(writeLabelled(doc, id(1), 'Worked:', 'The pace')).toBe(true)
  writeLabelled(doc, id(1), 'To change:', 'The room')
  writeLabelled(doc, id(1), 'Worked:', 'The snacks')
  writeLabelled(doc, id(2), 'Worked:', 'Something else')
  expect(readText(doc).split('\n')).toEqual([
    'Title 1',
    'Worked: The pace',
    'Worked: The snacks',
    'To change: The room',
    'Title 2',
    'Worked: Something else',
  ])
  expect(validateStructure(doc)).toEqual([])
})

test('A segment that is gone takes no line, and nothing is written anywhere.', () => {
  const doc = page()
  const before = readText(doc)
  expect(writeLabelled(doc, id(7), 'Worked:', 'Nothing')).toBe(false)
  expect(readText(doc)).toBe(before)
})
