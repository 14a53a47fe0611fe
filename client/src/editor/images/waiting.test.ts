import { readImages } from '@rondo/shared/document/read-images.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import type { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { caretIn, documentOf, editorOn, surroundings, type, uuid } from '../editor-fixture.ts'
import type { Taken, WaitingImage, WaitingImages, Way } from './waiting-images.ts'

/** A machine that has other work takes its time. */
const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 15_000 })

/** Pictures that arrive when they are told to. */
class ByHand implements WaitingImages {
  #all: readonly WaitingImage[] = []
  readonly #listeners = new Set<() => void>()

  snapshot = () => this.#all
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  add = (files: readonly File[], place: Y.RelativePosition) =>
    this.#tell([
      ...this.#all,
      ...files.map(({ name }) => ({
        key: name,
        place,
        preview: `blob:${name}`,
        way: { kind: 'sending', progress: 0 } as const,
      })),
    ])
  again = (key: string) => this.become(key, { kind: 'sending', progress: 0 })
  drop = (key: string) => this.#tell(this.#all.filter((one) => one.key !== key))
  move = (key: string, place: Y.RelativePosition) =>
    this.#tell(this.#all.map((one) => (one.key === key ? { ...one, place } : one)))

  become = (key: string, way: Way) =>
    this.#tell(this.#all.map((one) => (one.key === key ? { ...one, way } : one)))
  arrive = (key: string, n: number) => this.become(key, { kind: 'taken', image: taken(n) })

  #tell(all: readonly WaitingImage[]): void {
    this.#all = all
    for (const listener of this.#listeners) listener()
  }
}

const taken = (n: number): Taken => ({ fileId: uuid<'file'>(n), width: 40, height: 30 })
const picture = (name: string, kind = 'image/png') => new File(['x'], name, { type: kind })

const given = (files: File[], text = ''): DataTransfer =>
  ({ files, getData: (format: string) => (format === 'text/plain' ? text : '') }) as unknown as DataTransfer

const paste = (editor: Editor, files: File[], text = ''): boolean => {
  const event = Object.assign(new Event('paste'), { clipboardData: given(files, text) }) as ClipboardEvent
  return (
    editor.view.someProp('handlePaste', (handle) =>
      handle(editor.view, event, editor.state.doc.slice(0, 0)),
    ) === true
  )
}

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

const page = async (...lines: string[]) => {
  const doc = documentOf(lines.map((line) => ({ type: 'paragraph', line })))
  const waiting = new ByHand()
  const images = { address: (id: FileId) => `/pictures/${id}`, waiting }
  const { editor } = await editorOn(doc, { ...surroundings, images })
  editors.push(editor)
  return { doc, waiting, editor }
}

const namesOf = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment(BODY)
    .toArray()
    .map((child) =>
      child instanceof Y.XmlElement && child.nodeName === 'image'
        ? `image ${child.getAttribute('fileId')?.slice(-1)}`
        : String(child.toString().replaceAll(/<[^>]*>/g, '')),
    )

const cards = (editor: Editor) => [...editor.view.dom.querySelectorAll('.doc-waiting')]

test('A pasted picture waits where the caret is, for this reader only, and stands in the page when the server has it.', async () => {
  const { doc, waiting, editor } = await page('first', 'second')
  caretIn(editor, 'paragraph')
  expect(paste(editor, [picture('a')])).toBe(true)
  await until(() => expect(cards(editor)).toHaveLength(1))
  expect(cards(editor)[0]?.previousElementSibling?.textContent).toBe('first')
  expect(namesOf(doc)).toEqual(['first', 'second'])
  waiting.become('a', { kind: 'sending', progress: 0.5 })
  await until(() => expect(cards(editor)[0]?.querySelector('progress')?.value).toBe(0.5))
  waiting.arrive('a', 1)
  await until(() => expect(namesOf(doc)).toEqual(['first', 'image 1', 'second']))
  expect(readImages(doc)).toEqual([
    { fileId: uuid(1), alt: undefined, decorative: false, width: 40, height: 30 },
  ])
  await until(() => expect(cards(editor)).toHaveLength(0))
})

test('One goes on writing meanwhile, and so do others; the picture stays where it was put.', async () => {
  const { doc, waiting, editor } = await page('first', '', 'last')
  editor.commands.setTextSelection(8)
  paste(editor, [picture('a')])
  type(editor, 'typed below')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getXmlFragment(BODY).insert(0, [new Y.XmlElement('horizontalRule')])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'somebody')
  waiting.arrive('a', 1)
  await until(() => expect(namesOf(doc)).toEqual(['', 'first', 'image 1', 'typed below', 'last']))
})

test('Several at once stand in their order, in whatever order they arrive.', async () => {
  for (const order of ['abc', 'cba', 'bca']) {
    const { doc, waiting, editor } = await page('text', 'more')
    caretIn(editor, 'paragraph')
    paste(
      editor,
      ['a', 'b', 'c'].map((name) => picture(name)),
    )
    for (const key of order) {
      waiting.arrive(key, ' abc'.indexOf(key))
      await until(() => expect(waiting.snapshot().some((one) => one.key === key)).toBe(false))
    }
    expect(namesOf(doc)).toEqual(['text', 'image 1', 'image 2', 'image 3', 'more'])
  }
})

test('One that could not be brought stays on this device, with another try and a way to let it go; nobody else sees it.', async () => {
  const { doc, waiting, editor } = await page('text')
  paste(editor, [picture('a'), picture('b')])
  waiting.become('a', { kind: 'kept' })
  waiting.become('b', { kind: 'refused', words: 'This file is not a picture.' })
  await until(() => expect(cards(editor)).toHaveLength(2))
  const button = (card: number, words: string) =>
    [...(cards(editor)[card]?.querySelectorAll('button') ?? [])].find(
      ({ textContent, hidden }) => textContent === words && !hidden,
    )
  expect(cards(editor)[1]?.textContent).toContain('This file is not a picture.')
  expect(button(1, 'Try again')).toBeUndefined()
  button(0, 'Try again')?.click()
  expect(waiting.snapshot()[0]?.way.kind).toBe('sending')
  button(1, 'Remove')?.click()
  await until(() => expect(cards(editor)).toHaveLength(1))
  expect(readImages(doc)).toEqual([])
})

test('Text that comes with a picture of itself is text, and where nothing may be added nothing is taken.', async () => {
  const { waiting, editor } = await page('text')
  expect(paste(editor, [picture('a')], 'a table')).toBe(false)
  expect(paste(editor, [picture('a.pdf', 'application/pdf')])).toBe(false)
  expect(waiting.snapshot()).toEqual([])
  const { editor: closed } = await editorOn(documentOf([{ type: 'paragraph', line: 'x' }]))
  editors.push(closed)
  expect(paste(closed, [picture('a')])).toBe(false)
})

test('Undo takes an image out again, and nothing that was written.', async () => {
  const { doc, waiting, editor } = await page('text')
  paste(editor, [picture('a')])
  waiting.arrive('a', 1)
  await until(() => expect(readImages(doc)).toHaveLength(1))
  editor.commands.undo()
  expect(readImages(doc)).toHaveLength(0)
  expect(readText(doc)).toContain('text')
})

test('Whoever writes and may add no pictures is told, and nothing is put in or opened instead.', async () => {
  const doc = documentOf([{ type: 'paragraph', line: 'first' }])
  const refuse = vi.fn<() => void>()
  const images = { address: (id: FileId) => `/pictures/${id}`, refuse }
  const { editor } = await editorOn(doc, { ...surroundings, images })
  editors.push(editor)
  expect(paste(editor, [picture('a')])).toBe(true)
  expect(refuse).toHaveBeenCalledOnce()
  expect(paste(editor, [], 'words')).toBe(false)
  editor.setEditable(false)
  expect(namesOf(doc)).toEqual(['first'])
})
