import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { documentOf, editorOn, surroundings, type, uuid } from './editor-fixture.ts'

const [work, lane, debrief] = [1, 2, 3].map((n) => uuid<'segment'>(n)) as [
  ReturnType<typeof uuid<'segment'>>,
  ReturnType<typeof uuid<'segment'>>,
  ReturnType<typeof uuid<'segment'>>,
]
const hidden = { ...surroundings, hiddenSegments: new Set([lane]) }
let doc: Y.Doc

beforeEach(() => {
  doc = documentOf([
    { type: 'segment', id: work, line: 'The work', minutes: 30 },
    { type: 'paragraph', line: 'Somebody works.' },
    { type: 'segment', id: lane, line: 'What the observer saw', minutes: 0 },
    { type: 'paragraph', line: 'A secret so far.' },
    { type: 'segment', id: debrief, line: 'Debrief', minutes: 15 },
    { type: 'paragraph', line: 'Later.' },
  ])
})

type Page = Awaited<ReturnType<typeof editorOn>>
const drawn = ({ editor }: Page) =>
  [...editor.view.dom.children]
    .filter((block) => !block.classList.contains('doc-hidden'))
    .map((block) => block.textContent)
    .join(' ')

const deleteAll = ({ view, state }: Page['editor']) =>
  view.dispatch(state.tr.delete(0, state.doc.content.size).insertText('Gone.', 1))

describe('a lane that is hidden', () => {
  it('shows its heading and not what stands below it', async () => {
    const page = await editorOn(doc, hidden)
    expect(drawn(page)).toContain('What the observer saw')
    expect(drawn(page)).not.toContain('secret')
    expect(drawn(page)).toContain('Later.')
  })

  it('is drawn for whoever may see it: the control', async () => {
    expect(drawn(await editorOn(doc))).toContain('A secret so far.')
  })

  it('comes into the flow when it opens, without a new editor', async () => {
    const page = await editorOn(doc, hidden)
    page.world.update({ ...page.world.now, hiddenSegments: new Set() })
    expect(drawn(page)).toContain('A secret so far.')
  })

  it('survives that somebody selects all and deletes', async () => {
    const { editor } = await editorOn(doc, hidden)
    deleteAll(editor)
    expect(readText(doc)).toContain('A secret so far.')
  })

  it('would not survive it if it were not protected: the control', async () => {
    const { editor } = await editorOn(doc)
    deleteAll(editor)
    expect(readText(doc)).not.toContain('A secret so far.')
  })

  it('lets everything else be written', async () => {
    const { editor } = await editorOn(doc, hidden)
    editor.commands.setTextSelection(editor.state.doc.content.size - 1)
    type(editor, ' Soon.')
    expect(readText(doc)).toContain('Later. Soon.')
  })

  it('takes what the observer writes elsewhere', async () => {
    const page = await editorOn(doc, hidden)
    writeIntoSegment(doc, lane, [{ type: 'paragraph', line: 'More.' }])
    appendBlocks(doc, [{ type: 'paragraph', line: 'The end.' }])
    expect(page.editor.state.doc.textContent).toContain('More.')
    expect(drawn(page)).not.toContain('More.')
    expect(drawn(page)).toContain('The end.')
  })

  it('lets no caret in', async () => {
    const { editor } = await editorOn(doc, hidden)
    const position = editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ').indexOf('secret')
    editor.commands.setTextSelection(position)
    expect(editor.state.selection.$from.parent.textContent).not.toContain('secret')
  })
})
