import { BODY } from '@rondo/shared/document/schema.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from './document-guard.ts'

const paragraph = (text: string) => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** A page with two paragraphs, an editor of it, and what the guard says to what the editor does. */
const page = () => {
  const doc = new Y.Doc()
  doc.getXmlFragment(BODY).insert(0, [paragraph('one'), paragraph('two')])
  const editor = new Y.Doc()
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(doc))
  const change = (work: (body: Y.XmlFragment, editor: Y.Doc) => void) => {
    const before = Y.encodeStateVector(editor)
    editor.transact(() => work(editor.getXmlFragment(BODY), editor))
    const update = Y.encodeStateAsUpdate(editor, before)
    const objection = judgeUpdate(doc, update)
    if (objection === null) Y.applyUpdate(doc, update)
    return objection
  }
  return { doc, change }
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
    'a type in an attribute',
    (body) => (body.get(0) as Y.XmlElement).setAttribute('level', new Y.Map() as never),
  ],
  [
    'a type in an attribute of a new block',
    (body) => {
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', new Y.Map() as never)
      body.insert(0, [heading])
    },
  ],
  [
    'a type in an attribute of a text',
    (body) => {
      const text = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.setAttribute('hidden', new Y.XmlText())
    },
  ],
  ['types beside the body', (body) => body.doc?.getMap('beside').set('hidden', new Y.Map())],
  ['types in a list beside the body', (body) => body.doc?.getArray('beside').insert(0, [new Y.Map()])],
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

/** Maps in maps, written as raw structs and deleted in the same update: Yjs fails on it, for it deletes recursively. */
const unappliable = () => {
  const author = new Y.Doc()
  author.transact(() => {
    let innermost = author.getMap('deep')
    for (let i = 0; i < 30_000; i += 1) {
      const inner = new Y.Map()
      innermost.set('', inner)
      innermost = inner
    }
  })
  const deletion = Uint8Array.of(0, 1, ...varUint(author.clientID), 1, 0, 1)
  return Y.mergeUpdates([Y.encodeStateAsUpdate(author), deletion])
}

const varUint = (number: number): number[] =>
  number < 128 ? [number] : [(number % 128) | 128, ...varUint(Math.floor(number / 128))]

test('An update on which Yjs fails is refused, and the guard is as watchful as before.', () => {
  const { doc, change } = page()
  expect(judgeUpdate(doc, unappliable())).not.toBeNull()
  expect(change((body) => body.insert(0, [new Y.XmlElement('script')]))).not.toBeNull()
  expect(doc.getXmlFragment(BODY).length).toBe(2)
})

test('After a refusal the guard judges honest people as before.', () => {
  const { doc, change } = page()
  expect(change((body) => body.insert(0, [new Y.XmlElement('script')]))).not.toBeNull()
  const honest = new Y.Doc()
  Y.applyUpdate(honest, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(honest)
  honest.getXmlFragment(BODY).insert(0, [paragraph('fine')])
  expect(judgeUpdate(doc, Y.encodeStateAsUpdate(honest, before))).toBeNull()
})

test('What the server itself writes is known to the guard.', () => {
  const { doc } = page()
  doc.getXmlFragment(BODY).insert(0, [paragraph('by the server')])
  const editor = new Y.Doc()
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(editor)
  ;((editor.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x')
  expect(judgeUpdate(doc, Y.encodeStateAsUpdate(editor, before))).toBeNull()
})
