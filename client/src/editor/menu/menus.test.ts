import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readLinks, readMentions } from '@rondo/shared/document/read-references.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  caretIn,
  documentOf,
  editorOn,
  pages,
  people,
  press,
  surroundings,
  type,
  uuid,
} from '../editor-fixture.ts'
import { ranked } from './rank.ts'

const empty = () => documentOf([{ type: 'paragraph', line: '' }])
const step = () => documentOf([{ type: 'capture', kind: 'next', id: uuid(1), line: 'Draw the map', at: 1 }])

const ready = async (menu: { snapshot(): { phase: string } | undefined }) =>
  vi.waitFor(() => expect(menu.snapshot()?.phase).toBe('ready'))

describe('the slash menu', () => {
  test('makes a capture with an id and the time, and leaves nothing of what was typed', async () => {
    const doc = empty()
    const { editor, menu } = await editorOn(doc)
    type(editor, '/dec')
    expect(menu.snapshot()?.items.map(({ id }) => id)).toEqual(['decision'])
    expect(press(editor, 'Enter')).toBe(true)
    type(editor, 'We keep it')
    expect(readCaptures(doc)).toMatchObject([{ kind: 'decision', text: 'We keep it', at: 1_795_000_000_000 }])
    expect(menu.snapshot()).toBeUndefined()
  })

  test.each([
    ['segment', 'segment'],
    ['h2', 'heading'],
    ['bullet', 'bulletList'],
    ['todo', 'taskList'],
    ['blockquote', 'blockquote'],
    ['code', 'codeBlock'],
    ['table', 'table'],
    ['divider', 'horizontalRule'],
  ])('makes a block of /%s', async (command, name) => {
    const { editor } = await editorOn(empty())
    type(editor, `/${command}`)
    press(editor, 'Enter')
    expect(editor.getJSON().content?.map((block) => block.type)).toContain(name)
  })

  test('lifts a line out of its list to make it a capture', async () => {
    const doc = documentOf([{ type: 'bullets', items: ['one'] }])
    const { editor } = await editorOn(doc)
    caretIn(editor, 'paragraph')
    type(editor, ' /win')
    press(editor, 'Enter')
    expect(readCaptures(doc)).toMatchObject([{ kind: 'win', text: 'one' }])
  })

  test('closes on Escape and stays closed; the next Escape leaves the page', async () => {
    const { editor, menu, left } = await editorOn(empty())
    type(editor, '/')
    expect(press(editor, 'Escape')).toBe(true)
    expect([menu.snapshot(), left]).toEqual([undefined, []])
    type(editor, 'w')
    expect(menu.snapshot()).toBeUndefined()
    press(editor, 'Escape')
    expect(left).toEqual(['leave'])
  })

  test('is not opened by code, by pasting, or by what somebody else types', async () => {
    const doc = documentOf([
      { type: 'code', text: '' },
      { type: 'paragraph', line: '' },
    ])
    const { editor, menu } = await editorOn(doc)
    caretIn(editor, 'codeBlock')
    type(editor, '/')
    expect(menu.snapshot()).toBeUndefined()
    caretIn(editor, 'paragraph')
    editor.view.dispatch(editor.state.tr.insertText('/').setMeta('paste', true))
    expect(menu.snapshot()).toBeUndefined()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const theirs = await editorOn(other)
    caretIn(theirs.editor, 'paragraph')
    type(theirs.editor, ' /')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect([menu.snapshot(), theirs.menu.snapshot()?.kind]).toEqual([undefined, 'slash'])
  })

  test('says to a screen reader what is open and what is active', async () => {
    const { editor, menu } = await editorOn(empty())
    const look = (name: string) => editor.view.dom.getAttribute(name)
    expect([look('role'), look('aria-expanded'), look('aria-multiline')]).toEqual(['textbox', null, 'true'])
    type(editor, '/')
    expect([look('role'), look('aria-expanded'), look('aria-controls')]).toEqual([
      'combobox',
      'true',
      'doc-menu',
    ])
    press(editor, 'ArrowDown')
    expect(look('aria-activedescendant')).toBe(`doc-menu-${menu.snapshot()?.active}`)
    press(editor, 'Escape')
    expect([look('role'), look('aria-activedescendant')]).toEqual(['textbox', null])
  })
})

describe('the menu of people', () => {
  test('names somebody by id, without their name in the document', async () => {
    const doc = empty()
    const { editor, menu } = await editorOn(doc)
    type(editor, 'ask @ana')
    await ready(menu)
    press(editor, 'Enter')
    expect(readMentions(doc)).toEqual([people[0]?.id])
    expect(readText(doc)).toBe('ask  ')
    expect(new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).not.toContain('Souza')
  })

  test('gives a next step that nobody has to whoever is chosen, and then names people', async () => {
    const doc = step()
    const { editor, menu } = await editorOn(doc)
    caretIn(editor, 'capture')
    type(editor, ' @jon')
    await ready(menu)
    press(editor, 'Enter')
    expect(readCaptures(doc)).toMatchObject([{ who: people[1]?.id, text: 'Draw the map' }])
    expect(editor.state.doc.child(0).textContent).toBe('Draw the map ')
    type(editor, 'with @ana')
    await ready(menu)
    press(editor, 'Enter')
    expect(readCaptures(doc)).toMatchObject([{ who: people[1]?.id }])
    expect(readMentions(doc)).toEqual([people[0]?.id])
  })

  test('leaves no space at the end of a step that is given to somebody and done with', async () => {
    const { editor, menu } = await editorOn(step())
    caretIn(editor, 'capture')
    type(editor, ' @jon')
    await ready(menu)
    press(editor, 'Enter')
    press(editor, 'Enter')
    expect(editor.state.doc.child(0).textContent).toBe('Draw the map')
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph')
  })

  test('takes the first who is found when Enter was faster than the answer', async () => {
    const doc = empty()
    const { editor } = await editorOn(doc)
    type(editor, '@jonas')
    expect(press(editor, 'Enter')).toBe(true)
    await vi.waitFor(() => expect(readMentions(doc)).toEqual([people[1]?.id]))
  })
})

describe('the menu of pages', () => {
  test('links to a page by id', async () => {
    const doc = empty()
    const { editor, menu } = await editorOn(doc)
    type(editor, '[[wor')
    await ready(menu)
    press(editor, 'Enter')
    expect(readLinks(doc)).toEqual([pages[0]?.id])
  })

  test('offers to create a page, and links to it where it was asked for, though others write meanwhile', async () => {
    const doc = empty()
    const { editor, menu } = await editorOn(doc)
    type(editor, 'see [[New idea')
    await ready(menu)
    press(editor, 'Enter')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const theirs = await editorOn(other)
    theirs.editor.commands.insertContentAt(0, {
      type: 'paragraph',
      content: [{ type: 'text', text: 'before' }],
    })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    await vi.waitFor(() => expect(readLinks(doc)).toEqual([uuid(299)]))
    expect(readText(doc)).toBe('before\nsee  ')
  })

  test('keeps what was typed when the page cannot be created', async () => {
    const doc = empty()
    const lookups = {
      ...surroundings.lookups,
      createPage: (): Promise<PageId> => Promise.reject(new Error('no')),
    }
    const { editor, menu, failures } = await editorOn(doc, { ...surroundings, lookups })
    type(editor, '[[New idea')
    await ready(menu)
    press(editor, 'Enter')
    await vi.waitFor(() => expect(failures).toEqual(['create']))
    expect(readText(doc)).toBe('[[New idea')
    expect(menu.snapshot()).toBeUndefined()
  })
})

test('A query meets commands first, then beginnings, then words, without accents.', () => {
  const entry = (words: string, ...commands: string[]) => ({ words, commands })
  const entries = [
    entry('Nächster Schritt', 'next'),
    entry('Text'),
    entry('Neuer Text'),
    entry('Decision', 'te'),
  ]
  expect(ranked(entries, 'te').map(({ words }) => words)).toEqual(['Decision', 'Text', 'Neuer Text'])
  expect(ranked(entries, 'nachster').map(({ words }) => words)).toEqual(['Nächster Schritt'])
  expect(ranked(entries, '')).toHaveLength(4)
})
