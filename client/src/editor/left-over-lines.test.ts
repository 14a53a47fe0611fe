import { describe, expect, it } from 'vitest'
import { documentOf, editorOn, uuid } from './editor-fixture.ts'

const line = (text = '') => ({ type: 'paragraph', line: text }) as const
const segment = (n: number) =>
  ({ type: 'segment', id: uuid<'segment'>(n), line: `Part ${n}`, minutes: 5 }) as const

const markedOf = async (...blocks: Parameters<typeof documentOf>[0]) => {
  const page = await editorOn(documentOf(blocks))
  const marked = () =>
    [...page.editor.view.dom.children].map((block) => block.classList.contains('doc-left-over'))
  return { page, marked }
}

describe('left-over lines', () => {
  it('are the empty ones at the end of a part, not those between two lines, nor the last', async () => {
    const { marked } = await markedOf(
      segment(1),
      line('a'),
      line(),
      line('b'),
      line(),
      line(),
      segment(2),
      line(),
    )
    expect(marked()).toEqual([false, false, false, false, true, true, false, false])
  })

  it('are all at the end of the page but the last', async () => {
    const { marked } = await markedOf(segment(1), line('a'), line(), line(), line())
    expect(marked()).toEqual([false, false, true, true, false])
  })

  it('are a whole part in which nobody wrote', async () => {
    const { marked } = await markedOf(segment(1), line(), segment(2), line('a'))
    expect(marked()).toEqual([false, true, false, false])
  })

  it('are not where the caret stands', async () => {
    const { page, marked } = await markedOf(segment(1), line(), line(), segment(2), line('a'))
    page.editor.commands.setTextSelection(page.editor.state.doc.child(0).nodeSize + 1)
    expect(marked()).toEqual([false, false, true, false, false])
  })
})
