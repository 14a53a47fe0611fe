import type { Block } from '@rondo/shared/document/block.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { Id } from '@rondo/shared/kernel/id.ts'
import { Editor } from '@tiptap/core'
import i18next, { type TFunction } from 'i18next'
import * as Y from 'yjs'
import type { Awareness } from './caret.ts'
import { editorExtensions } from './editor-extensions.ts'
import { openMenu } from './menu/open-menu.ts'
import { messages } from './messages.ts'
import { SegmentEndHosts } from './segment-ends.ts'
import type { Spoken } from './steps/spoken-steps.ts'
import type { Surroundings } from './surroundings.ts'
import { CarryOverHosts } from './views/carry-over-hosts.ts'
import { World } from './world.ts'

/** A made-up id that tests can tell from others. */
export const uuid = <Kind extends string>(n: number): Id<Kind> =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Id<Kind>

export const people = [
  { id: uuid<'member'>(101), name: 'Ana Souza', initials: 'AS', colour: 1 },
  { id: uuid<'member'>(102), name: 'Jonas Weber', initials: 'JW', colour: 3 },
]
export const pages = [{ id: uuid<'page'>(201), title: 'Words we use' }]

const startsWith = (text: string, query: string) => text.toLowerCase().startsWith(query.toLowerCase())

export const surroundings: Surroundings = {
  lookups: {
    member: (id) => people.find((one) => one.id === id),
    page: (id) => pages.find((one) => one.id === id),
    searchMembers: (query) => people.filter(({ name }) => startsWith(name, query)),
    searchPages: (query) => pages.filter(({ title }) => startsWith(title, query)),
    createPage: async () => uuid<'page'>(299),
  },
  stamp: () => 1_795_000_000_000,
  today: () => '2026-11-26',
  elapsed: () => '36 min',
}

/** The words of a catalogue without React; interpolation as in the product. */
const words = async (): Promise<TFunction> => {
  const kinds = ['decision', 'next', 'question', 'insight', 'link', 'win', 'quote', 'parking']
  const translation = {
    editor: messages.en,
    ui: { kind: Object.fromEntries(kinds.map((kind) => [kind, kind])) },
  }
  const instance = i18next.createInstance()
  return instance.init({
    lng: 'en',
    resources: { en: { translation } },
    interpolation: { escapeValue: false },
  })
}

/** A document with these blocks. */
export const documentOf = (blocks: readonly Block[]): Y.Doc => {
  const doc = new Y.Doc()
  appendBlocks(doc, blocks)
  return doc
}

/** Two copies of a document that hear of each other at once. */
export const together = (doc: Y.Doc): [Y.Doc, Y.Doc] => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  doc.on('update', (update, origin) => void (origin !== other && Y.applyUpdate(other, update, doc)))
  other.on('update', (update, origin) => void (origin !== doc && Y.applyUpdate(doc, update, other)))
  return [doc, other]
}

/** A presence in which nobody is. */
const silent = (): Awareness => {
  let state: Record<string, unknown> = {}
  const presence = {
    clientID: 0,
    getStates: () => new Map(),
    getLocalState: () => state,
    setLocalStateField: (name: string, value: unknown) => {
      state = { ...state, [name]: value }
    },
    on: () => {},
    off: () => {},
  }
  return presence as unknown as Awareness
}

/** An editor on a document, as the component makes it, with hands to type and press keys. */
export const editorOn = async (doc: Y.Doc, given: Surroundings = surroundings, awareness = silent()) => {
  const world = new World({ ...given, t: await words(), language: 'en', editable: true })
  const failures: string[] = []
  const menu = openMenu(world, () => failures.push('create'))
  const left: string[] = []
  const door = (name: string) => () => void left.push(name)
  const doors = {
    leave: door('leave'),
    openLink: door('link'),
    focusToolbar: door('bar'),
    showKeys: door('keys'),
    showImage: door('image'),
    annotateImage: door('annotate'),
  }
  const spoken: (Spoken | undefined)[] = []
  const onSpoken = (one: Spoken | undefined) => void spoken.push(one)
  const parts = {
    doc,
    awareness,
    world,
    menu,
    hosts: new CarryOverHosts(),
    ends: new SegmentEndHosts(),
    doors,
    onSpoken,
  }
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(parts),
    injectCSS: false,
  })
  return { editor, menu, world, left, failures, spoken }
}

/** Types letter by letter at the caret. */
export const type = (editor: Editor, text: string): void => {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter))
}

/** Presses a key; whether somebody used it. */
export const press = (editor: Editor, key: string, more: KeyboardEventInit = {}): boolean => {
  const event = new KeyboardEvent('keydown', { key, ...more })
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true
}

/** Puts the caret at the end of the first block of this name. */
export const caretIn = (editor: Editor, name: string, at: 'start' | 'end' = 'end'): void => {
  let position = 0
  editor.state.doc.descendants((node, start) => {
    if (position === 0 && node.type.name === name)
      position = start + 1 + (at === 'end' ? node.content.size : 0)
    return position === 0
  })
  editor.commands.setTextSelection(position)
}
