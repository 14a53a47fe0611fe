import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { describe, expect, test } from 'vitest'
import { caretIn, documentOf, editorOn, press, type, uuid } from '../editor-fixture.ts'
import { captureDigit } from './block-keys.ts'
import { toggleCapture } from './turn-into.ts'

const capture = (line: string, kind: 'next' | 'insight' = 'insight') =>
  documentOf([{ type: 'capture', kind, id: uuid(1), line, at: 1 }])

const names = (editor: { getJSON(): { content?: { type?: string }[] } }) =>
  editor.getJSON().content?.map((block) => block.type)

describe('Enter in a capture', () => {
  test('at its end goes on as text below', async () => {
    const doc = capture('It is seen')
    const { editor } = await editorOn(doc)
    caretIn(editor, 'capture')
    expect(press(editor, 'Enter')).toBe(true)
    type(editor, 'and so on')
    expect([names(editor), readText(doc)]).toEqual([['capture', 'paragraph'], 'It is seen\nand so on'])
  })

  test('in its midst keeps one capture, the rest is text', async () => {
    const doc = capture('It is seen')
    const { editor } = await editorOn(doc)
    caretIn(editor, 'capture')
    editor.commands.setTextSelection(editor.state.selection.from - 5)
    press(editor, 'Enter')
    expect([names(editor), readText(doc)]).toEqual([['capture', 'paragraph'], 'It is\n seen'])
    expect(readCaptures(doc).map(({ id }) => id)).toEqual([uuid(1)])
  })

  test('at its start makes room above', async () => {
    const { editor } = await editorOn(capture('It is seen'))
    caretIn(editor, 'capture', 'start')
    press(editor, 'Enter')
    expect(names(editor)).toEqual(['paragraph', 'capture'])
  })

  test('turns an empty one back into text', async () => {
    const { editor } = await editorOn(capture(''))
    caretIn(editor, 'capture')
    press(editor, 'Enter')
    expect(names(editor)).toEqual(['paragraph'])
  })
})

test('A key of a kind pressed in the title of a segment begins a capture below it; the agenda keeps its part.', async () => {
  const doc = documentOf([
    { type: 'segment', id: uuid(2), line: 'Questions', minutes: 5 },
    { type: 'paragraph', line: 'before' },
  ])
  const { editor } = await editorOn(doc)
  caretIn(editor, 'segment')
  toggleCapture(editor, 'question', 7)
  type(editor, 'Why is it slow?')
  expect(names(editor)).toEqual(['segment', 'capture', 'paragraph'])
  expect(readCaptures(doc)).toMatchObject([
    { kind: 'question', at: 7, text: 'Why is it slow?', segmentId: uuid(2) },
  ])
})

test('Backspace at the start of a capture makes it text, and only there.', async () => {
  const { editor } = await editorOn(capture('It is seen'))
  caretIn(editor, 'capture')
  press(editor, 'Backspace')
  expect(names(editor)).toEqual(['capture'])
  caretIn(editor, 'capture', 'start')
  press(editor, 'Backspace')
  expect([names(editor), editor.getText()]).toEqual([['paragraph'], 'It is seen'])
})

test('Mod-Enter ticks a next step and unticks it.', async () => {
  const doc = capture('Draw the map', 'next')
  const { editor } = await editorOn(doc)
  caretIn(editor, 'capture')
  press(editor, 'Enter', { ctrlKey: true })
  expect(readCaptures(doc)).toMatchObject([{ done: true }])
  press(editor, 'Enter', { ctrlKey: true })
  expect(readCaptures(doc)).toMatchObject([{ done: false }])
})

describe('Mod-Alt and a digit', () => {
  const mod = (digit: number) => ({ code: `Digit${digit}`, ctrlKey: true, altKey: true })

  test('makes a capture of that kind, changes the kind with the same id, and takes it back', async () => {
    const doc = documentOf([{ type: 'paragraph', line: 'It is so' }])
    const { editor } = await editorOn(doc)
    caretIn(editor, 'paragraph')
    expect(press(editor, '1', mod(1))).toBe(true)
    const [made] = readCaptures(doc)
    press(editor, '8', mod(8))
    expect(readCaptures(doc)).toMatchObject([{ id: made?.id, kind: 'parking', text: 'It is so' }])
    press(editor, '8', mod(8))
    expect(names(editor)).toEqual(['paragraph'])
  })

  test('leaves a character of AltGr to be typed', () => {
    expect(captureDigit(new KeyboardEvent('keydown', { key: '{', ...mod(7) }))).toBe(0)
    expect(captureDigit(new KeyboardEvent('keydown', { key: '7', ...mod(7) }))).toBe(7)
    expect(captureDigit(new KeyboardEvent('keydown', { key: '9', ...mod(9) }))).toBe(0)
    expect(captureDigit(new KeyboardEvent('keydown', { key: '7', code: 'Digit7', ctrlKey: true }))).toBe(0)
  })
})
