import { BODY } from '@rondo/shared/document/schema.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocumentGuard } from './document-guard.ts'

const paragraph = (text: string) => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** A page with two paragraphs, an editor of it, and what the guard says to what the editor does. */
const page = () => {
  const guard = createDocumentGuard()
  const doc = new Y.Doc()
  doc.getXmlFragment(BODY).insert(0, [paragraph('one'), paragraph('two')])
  const editor = new Y.Doc()
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(doc))
  const change = (work: (body: Y.XmlFragment, editor: Y.Doc) => void) => {
    const before = Y.encodeStateVector(editor)
    editor.transact(() => work(editor.getXmlFragment(BODY), editor))
    const update = Y.encodeStateAsUpdate(editor, before)
    const objection = guard(doc, update)
    if (objection === null) Y.applyUpdate(doc, update)
    return objection
  }
  return { doc, change, guard }
}

test('Honest editing passes: typing, marks, new blocks, attributes, deletions.', () => {
  const { doc, change } = page()
  const text = (body: Y.XmlFragment) => (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
  expect(change((body) => text(body).insert(3, '!'))).toBeNull()
  expect(change((body) => text(body).format(0, 2, { bold: {} }))).toBeNull()
  expect(change((body) => body.insert(1, [paragraph('between')]))).toBeNull()
  expect(change((body) => body.delete(2, 1))).toBeNull()
  expect(doc.getXmlFragment(BODY).toJSON()).toContain('between')
})

const hostile: [string, (body: Y.XmlFragment) => void][] = [
  ['an element that no editor knows', (body) => body.insert(0, [new Y.XmlElement('script')])],
  ['a map among the blocks', (body) => body.insert(0, [new Y.Map() as never])],
  ['a block inside a paragraph', (body) => (body.get(0) as Y.XmlElement).insert(0, [paragraph('inner')])],
  ['text right in the page', (body) => body.insert(0, [new Y.XmlText('bare')])],
  [
    'nesting without end',
    (body) => {
      let innermost = body
      for (let i = 0; i < 3000; i += 1) {
        const inner = new Y.XmlElement('blockquote')
        innermost.insert(0, [inner])
        innermost = inner
      }
    },
  ],
]

test.each(hostile)('%s is refused and the page stays as it was.', (_, work) => {
  const { doc, change } = page()
  const before = doc.getXmlFragment(BODY).toJSON()
  expect(change(work)).not.toBeNull()
  expect(doc.getXmlFragment(BODY).toJSON()).toBe(before)
})

test('Nesting that grows by one level a frame is refused at the same depth.', () => {
  const { change } = page()
  let refused: string | null = null
  let levels = 0
  while (refused === null && levels < 100) {
    refused = change((body) => {
      let innermost: Y.XmlFragment = body
      for (let i = 0; i < levels; i += 1) innermost = innermost.get(0) as Y.XmlElement
      innermost.insert(0, [new Y.XmlElement('blockquote')])
    })
    levels += 1
  }
  expect(refused).toBe('nested too deeply')
  expect(levels).toBeLessThan(40)
})

test('After a refusal the guard judges honest people as before.', () => {
  const { doc, change, guard } = page()
  expect(change((body) => body.insert(0, [new Y.XmlElement('script')]))).not.toBeNull()
  const honest = new Y.Doc()
  Y.applyUpdate(honest, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(honest)
  honest.getXmlFragment(BODY).insert(0, [paragraph('fine')])
  expect(guard(doc, Y.encodeStateAsUpdate(honest, before))).toBeNull()
})

test('What the server itself writes is known to the guard.', () => {
  const { doc, guard } = page()
  guard(doc, Y.encodeStateAsUpdate(new Y.Doc()))
  doc.getXmlFragment(BODY).insert(0, [paragraph('by the server')])
  const editor = new Y.Doc()
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(editor)
  ;((editor.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x')
  expect(guard(doc, Y.encodeStateAsUpdate(editor, before))).toBeNull()
})
