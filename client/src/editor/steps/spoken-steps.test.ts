import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { caretIn, documentOf, editorOn, people, press, surroundings, type, uuid } from '../editor-fixture.ts'

const [ana, jonas] = people.map(({ id }) => id)

const opened = async (kind: 'next' | 'insight' = 'next', given = surroundings) => {
  const doc = documentOf([
    { type: 'capture', kind, id: uuid(1), line: '', at: 1 },
    { type: 'paragraph', line: 'below' },
  ])
  const { editor, spoken, menu } = await editorOn(doc, given)
  caretIn(editor, 'capture')
  const step = () => {
    const [{ text, who, due } = {}] = readCaptures(doc)
    return [text, who, due]
  }
  return { doc, editor, spoken, menu, step }
}

/** What was caused by a key is over with the key. */
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve))

test('Enter at the end of a step takes who and when out of its words, and goes on below.', async () => {
  const { doc, editor, step, spoken, menu } = await opened()
  type(editor, 'Draw the map @ana next friday')
  await vi.waitFor(() => expect(menu.snapshot()).toMatchObject({ phase: 'ready', items: [] }))
  press(editor, 'Enter')
  await settled()
  expect(step()).toEqual(['Draw the map', ana, '2026-12-04'])
  expect(readText(doc)).toBe('Draw the map\n\nbelow')
  expect(spoken).toEqual([{ who: ana, due: '2026-12-04' }])
})

test('Backspace directly after gives the words back, and they are not taken again.', async () => {
  const { doc, editor, step, spoken } = await opened()
  type(editor, 'Jonas: draw the map bis Freitag')
  press(editor, 'Enter')
  await settled()
  expect(step()).toEqual(['draw the map', jonas, '2026-11-27'])
  expect(press(editor, 'Backspace')).toBe(true)
  expect(step()).toEqual(['Jonas: draw the map bis Freitag', undefined, undefined])
  expect(readText(doc)).toBe('Jonas: draw the map bis Freitag\nbelow')
  expect(spoken.at(-1)).toBeUndefined()
  caretIn(editor, 'capture')
  press(editor, 'Enter')
  await settled()
  expect(step()).toEqual(['Jonas: draw the map bis Freitag', undefined, undefined])
})

test('Undo gives the words back in one step, and what was typed before stays.', async () => {
  const { editor, step } = await opened()
  type(editor, 'Draw the map by tomorrow')
  press(editor, 'Enter')
  await settled()
  type(editor, 'more')
  editor.commands.undo()
  expect(step()).toEqual(['Draw the map', undefined, '2026-11-27'])
  editor.commands.undo()
  expect(step()).toEqual(['Draw the map by tomorrow', undefined, undefined])
})

test('After something else was done, Backspace is Backspace.', async () => {
  const { editor, step, spoken } = await opened()
  type(editor, 'Draw the map by tomorrow')
  press(editor, 'Enter')
  await settled()
  type(editor, 'x')
  expect(spoken.at(-1)).toBeUndefined()
  press(editor, 'Backspace')
  expect(step()).toEqual(['Draw the map', undefined, '2026-11-27'])
})

test('Going elsewhere finishes a step that one has written in, and none that one only looked at.', async () => {
  const { doc, editor, step } = await opened()
  appendBlocks(doc, [{ type: 'capture', kind: 'next', id: uuid(2), line: 'Ask Ana by friday', at: 2 }])
  type(editor, 'Draw the map by friday')
  caretIn(editor, 'paragraph')
  await settled()
  expect(step()).toEqual(['Draw the map', undefined, '2026-11-27'])
  editor.commands.setTextSelection(editor.state.doc.content.size - 2)
  caretIn(editor, 'paragraph')
  await settled()
  expect(readCaptures(doc)[1]).toMatchObject({ text: 'Ask Ana by friday', due: undefined })
})

test('What others type is theirs: it is not read here.', async () => {
  const { doc, editor, step } = await opened()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const { editor: theirs } = await editorOn(other)
  caretIn(theirs, 'capture')
  type(theirs, 'Draw the map by friday')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  caretIn(editor, 'paragraph')
  await settled()
  expect(step()).toEqual(['Draw the map by friday', undefined, undefined])
})

test('Only a next step is read, and days only where it is known which day it is.', async () => {
  const insight = await opened('insight')
  type(insight.editor, 'It was seen by friday')
  press(insight.editor, 'Enter')
  expect(insight.step()[0]).toBe('It was seen by friday')
  const { today: _, ...nowhere } = surroundings
  const dayless = await opened('next', nowhere)
  type(dayless.editor, 'Ana: draw the map by friday')
  press(dayless.editor, 'Enter')
  expect(dayless.step()).toEqual(['draw the map by friday', ana, undefined])
})

test('A day that was chosen is not overwritten by words.', async () => {
  const { doc, editor } = await opened()
  editor.commands.updateAttributes('capture', { due: '2027-01-01' })
  type(editor, 'Draw the map by friday')
  press(editor, 'Enter')
  expect(readCaptures(doc)).toMatchObject([{ text: 'Draw the map by friday', due: '2027-01-01' }])
})

test('A day that stands alone is read after somebody was picked from the menu.', async () => {
  const { editor, menu, step } = await opened()
  type(editor, 'Draw the map @ana')
  await vi.waitFor(() => expect(menu.snapshot()).toMatchObject({ phase: 'ready', items: [{ id: ana }] }))
  press(editor, 'Enter')
  await settled()
  type(editor, ' friday')
  press(editor, 'Enter')
  await settled()
  expect(step()).toEqual(['Draw the map', ana, '2026-11-27'])
})
