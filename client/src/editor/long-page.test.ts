import { afterEach, expect, test, vi } from 'vitest'
import { documentOf, editorOn } from './editor-fixture.ts'

const pageOf = (count: number) =>
  documentOf(Array.from({ length: count }, (_, index) => ({ type: 'paragraph', line: `Line ${index}` })))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('A page of three hundred blocks is marked as long, as soon as it has them, and no shorter one.', async () => {
  const { editor } = await editorOn(pageOf(299))
  expect(editor.view.dom.classList).not.toContain('doc-long')
  editor.commands.insertContentAt(0, { type: 'paragraph' })
  expect(editor.view.dom.classList).toContain('doc-long')
  editor.destroy()
})

test.each([
  ['is followed there until it stands still', 300, 2899, ['Line 299', 'Line 299', 'Line 299', 'Line 299']],
  ['is where the browser left it, if it is near', 300, 20, []],
  ['is where the browser left it, if the page is short', 299, 2889, []],
])('A caret that goes somewhere %s.', async (_what, blocks, to, followed) => {
  const { editor } = await editorOn(pageOf(blocks))
  const shown: (string | null)[] = []
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.textContent)
  }
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => then())
  editor.commands.setTextSelection(to)
  editor.view.someProp('handleScrollToSelection', (handle) => handle(editor.view))
  expect(shown).toEqual(followed)
  editor.destroy()
})
