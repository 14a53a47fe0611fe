import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import type { Editor } from '@tiptap/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { caretIn, documentOf, editorOn, surroundings, together, type, uuid } from './editor-fixture.ts'
import { guardAgainstOthers, isSafeToEdit } from './guard.ts'

afterEach(() => {
  if (!vi.isFakeTimers()) return
  // What y-tiptap put off is done, or it would wait for it in the next test.
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
})

const page = () =>
  documentOf([
    { type: 'segment', id: uuid(1), line: 'Round', minutes: 10 },
    { type: 'capture', kind: 'next', id: uuid(2), line: 'Draw the map', at: 1, due: '2026-12-03' },
    { type: 'numbers', items: ['one'] },
    { type: 'tasks', items: [{ done: false, line: 'open' }] },
    { type: 'code', text: 'x', language: 'c' },
    { type: 'carryOver' },
    { type: 'paragraph', line: ['a ', { text: 'link', href: 'https://a.b' }] },
  ])

describe('opening a page', () => {
  test.each([
    ['with content', page],
    ['that is empty', () => new Y.Doc()],
  ])('%s writes nothing, nor does placing the caret or leaving', async (_title, make) => {
    const doc = make()
    let updates = 0
    doc.on('update', () => updates++)
    const { editor } = await editorOn(doc)
    editor.commands.setTextSelection(2)
    editor.commands.focus('end')
    editor.commands.selectAll()
    editor.destroy()
    expect(updates).toBe(0)
  })

  test('keeps what is not valid but harmless, and shows none of it as an address', async () => {
    const doc = page()
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.applyDelta([{ insert: 'press', attributes: { link: { href: 'java\tscript:alert(1)' } } }])
    paragraph.insert(0, [text])
    doc.getXmlFragment(BODY).insert(0, [paragraph])
    expect(isSafeToEdit(doc)).toBe(true)
    const { editor } = await editorOn(doc)
    expect(editor.view.dom.querySelector('a')?.getAttribute('href')).toBe('')
    expect(editor.view.dom.innerHTML).not.toContain('script:')
    expect(readText(doc).split('\n')[0]).toBe('press')
  })
})

describe('two people writing', () => {
  test('see the same, and undo takes back only what one wrote oneself', async () => {
    const [mine, theirs] = together(documentOf([{ type: 'paragraph', line: '' }]))
    const me = await editorOn(mine)
    const they = await editorOn(theirs)
    type(me.editor, 'mine ')
    caretIn(they.editor, 'paragraph')
    type(they.editor, 'theirs')
    expect(readText(mine)).toBe('mine theirs')
    me.editor.commands.undo()
    expect([readText(mine), readText(theirs)]).toEqual(['theirs', 'theirs'])
    me.editor.commands.redo()
    expect(readText(theirs)).toBe('mine theirs')
  })

  test('keep a capture that one undoes after the other has written in it', async () => {
    const [mine, theirs] = together(documentOf([{ type: 'paragraph', line: '' }]))
    const me = await editorOn(mine)
    const they = await editorOn(theirs)
    me.editor.commands.insertContentAt(0, { type: 'capture', attrs: { id: uuid(9), kind: 'win', at: 1 } })
    caretIn(they.editor, 'capture')
    type(they.editor, 'theirs')
    me.editor.commands.undo()
    expect(readCaptures(mine)).toMatchObject([{ id: uuid(9), text: 'theirs' }])
  })
})

describe('a caret', () => {
  const line = (editor: Editor, index: number): number => {
    let position = 1
    for (let before = 0; before < index; before++) position += editor.state.doc.child(before).nodeSize
    return position
  }
  const lines = (...texts: string[]) => documentOf(texts.map((text) => ({ type: 'paragraph', line: text })))

  test('on an empty line stays there while somebody else opens and fills empty lines above', async () => {
    const [mine, theirs] = together(lines('above', '', 'between', '', 'below'))
    const me = await editorOn(mine)
    const they = await editorOn(theirs)
    me.editor.commands.setTextSelection(line(me.editor, 3))
    they.editor.commands.setTextSelection(line(they.editor, 0) + 'above'.length)
    they.editor.commands.splitBlock()
    expect(me.editor.state.selection.from).toBe(line(me.editor, 4))
    type(they.editor, 'theirs')
    expect(me.editor.state.selection.from).toBe(line(me.editor, 4))
    type(me.editor, 'mine')
    expect(readText(theirs)).toBe('above\ntheirs\n\nbetween\nmine\nbelow')
  })

  test('stays in its word while somebody else writes in the same line', async () => {
    const [mine, theirs] = together(lines('', 'one line', '', 'one line'))
    const me = await editorOn(mine)
    const they = await editorOn(theirs)
    me.editor.commands.setTextSelection(line(me.editor, 3) + 'one'.length)
    they.editor.commands.setTextSelection(line(they.editor, 3))
    type(they.editor, 'not ')
    type(me.editor, ' more')
    expect(readText(mine)).toBe('\none line\n\nnot one more line')
  })

  /** Two lines, and the second one clicked a moment ago. */
  const justClicked = async () => {
    vi.useFakeTimers()
    const [mine, theirs] = together(lines('first', 'second'))
    const [my, their] = [new Awareness(mine), new Awareness(theirs)]
    const { editor } = await editorOn(mine, surroundings, my)
    document.body.append(editor.view.dom)
    editor.view.focus()
    document.getSelection()?.collapse(editor.view.dom.children[1]?.firstChild ?? null, 3)
    return {
      editor,
      mine,
      theirs,
      show: (cursor: unknown) => {
        their.setLocalStateField('cursor', cursor)
        applyAwarenessUpdate(my, encodeAwarenessUpdate(their, [their.clientID]), 'them')
        vi.runOnlyPendingTimers()
      },
      end: () => {
        editor.destroy()
        my.destroy()
        their.destroy()
      },
    }
  }

  test('is where it was just clicked, though somebody else writes before the editor looked', async () => {
    const { editor, mine, theirs, end } = await justClicked()
    const they = await editorOn(theirs)
    type(they.editor, 'theirs ')
    expect(editor.state.selection.from).toBe(line(editor, 1) + 3)
    type(editor, '!')
    expect(readText(mine)).toBe('theirs first\nsec!ond')
    end()
  })

  test('is where it was just clicked, though the caret of somebody else was drawn before the editor looked', async () => {
    const { editor, mine, show, end } = await justClicked()
    const place = Y.createRelativePositionFromTypeIndex(mine.getXmlFragment(BODY), 1)
    show({ anchor: place, head: place })
    expect(editor.view.dom.querySelector('.doc-caret')).not.toBeNull()
    expect(editor.state.selection.from).toBe(line(editor, 1) + 3)
    end()
  })
})

describe('the guard', () => {
  const hostile = (doc: Y.Doc) => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.getXmlFragment(BODY).insert(0, [new Y.XmlElement('futureBlock')])
    return Y.encodeStateAsUpdate(other)
  }

  test('takes the editor off before it can delete a block that it does not know', async () => {
    const doc = page()
    const { editor } = await editorOn(doc)
    const stop = vi.fn<() => void>(() => editor.destroy())
    guardAgainstOthers(doc, stop)
    Y.applyUpdate(doc, hostile(doc), 'somebody')
    expect(stop).toHaveBeenCalledOnce()
    expect(doc.getXmlFragment(BODY).get(0)).toMatchObject({ nodeName: 'futureBlock' })
    expect(isSafeToEdit(doc)).toBe(false)
  })

  test('is needed: without it the editor deletes the block for everybody', async () => {
    const doc = page()
    await editorOn(doc)
    Y.applyUpdate(doc, hostile(doc), 'somebody')
    expect(doc.getXmlFragment(BODY).get(0)).toMatchObject({ nodeName: 'segment' })
  })

  test('does not mind what others honestly write', async () => {
    const [mine, theirs] = together(page())
    const stop = vi.fn<() => void>()
    guardAgainstOthers(mine, stop)
    const they = await editorOn(theirs)
    caretIn(they.editor, 'capture')
    type(they.editor, ' and more')
    they.editor.commands.insertTable()
    expect(stop).not.toHaveBeenCalled()
  })
})

test('The caret of another shows their name while they write and a dot when they rest, without any style of theirs.', async () => {
  vi.useFakeTimers()
  const doc = page()
  const awareness = new Awareness(doc)
  const { editor } = await editorOn(doc, surroundings, awareness)
  const cursor = Y.createRelativePositionFromTypeIndex(doc.getXmlFragment(BODY), 1)
  const say = (name: string, colour: unknown) => {
    const other = new Awareness(new Y.Doc())
    other.setLocalState({
      user: { id: 'x', name, colour, color: '#123456' },
      cursor: { anchor: cursor, head: cursor },
    })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'test')
    vi.advanceTimersByTime(100)
  }
  const caret = (name: string) =>
    [...editor.view.dom.querySelectorAll<HTMLElement>('.doc-caret')].find((one) =>
      one.textContent.includes(name),
    )
  say('Jonas', 3)
  expect(caret('Jonas')?.dataset).toMatchObject({ person: '3', state: 'writing' })
  vi.advanceTimersByTime(2000)
  expect(caret('Jonas')?.dataset).toMatchObject({ state: 'resting' })
  say('Mallory', 'red; background: url(x)')
  expect(caret('Mallory')?.dataset).toMatchObject({ person: '0' })
  expect(caret('Mallory')?.hasAttribute('style')).toBe(false)
  editor.destroy()
  awareness.destroy()
})

test('One’s own caret is not told to oneself, and that of another is', async () => {
  vi.useFakeTimers()
  const doc = page()
  const awareness = new Awareness(doc)
  const { editor } = await editorOn(doc, surroundings, awareness)
  vi.runOnlyPendingTimers()
  let drawn = 0
  editor.on('transaction', () => (drawn += 1))
  awareness.setLocalStateField('cursor', null)
  vi.runOnlyPendingTimers()
  expect(drawn).toBe(0)
  const other = new Awareness(new Y.Doc())
  other.setLocalState({ user: { name: 'Jonas' } })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'test')
  vi.runOnlyPendingTimers()
  expect(drawn).toBe(1)
  editor.destroy()
  awareness.destroy()
  other.destroy()
})
