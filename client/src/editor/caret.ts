import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { makeElement } from './views/make-element.ts'

export type Awareness = Parameters<typeof yCursorPlugin>[0]

const REST_AFTER_MS = 2000
const PEOPLE = 16
const LONGEST_NAME = 40
const WORD_JOINER = '\u2060'

interface Person {
  readonly name?: unknown
  readonly colour?: unknown
  readonly isGuest?: unknown
}

/**
 * Tells of the moves of others alone. y-tiptap would draw all carets anew for each move of one's own as well, and one's own
 * letter would wait for it.
 */
const ofOthers = (awareness: Awareness): Awareness => {
  type Moved = { added: number[]; updated: number[]; removed: number[] }
  type Listener = (moved: Moved, origin: unknown) => void
  const heard = new Map<Listener, Listener>()
  const isOthers = (clientId: number) => clientId !== awareness.clientID
  return Object.create(awareness, {
    on: {
      value: (name: 'change', listener: Listener) => {
        const hear: Listener = (moved, origin) => {
          if (Object.values(moved).flat().some(isOthers)) listener(moved, origin)
        }
        heard.set(listener, hear)
        awareness.on(name, hear)
      },
    },
    off: {
      value: (name: 'change', listener: Listener) => {
        awareness.off(name, heard.get(listener) ?? listener)
        heard.delete(listener)
      },
    },
  })
}

/**
 * The carets of the others: the name as a flag while they write, a dot two seconds later. Who they are is said by the server;
 * a colour is one of sixteen names in the style sheet, so nothing that somebody sends is ever a style.
 */
export const othersCarets = (awareness: Awareness, guestName: (name: string) => string) =>
  Extension.create({
    name: 'othersCarets',
    addProseMirrorPlugins: () => {
      const flags = new Flags()
      const moved = ({ added, updated }: { added: number[]; updated: number[] }) => {
        for (const clientId of [...added, ...updated]) flags.raise(clientId)
      }
      return [
        yCursorPlugin(ofOthers(awareness), {
          cursorBuilder: (person: Person, clientId: number) =>
            flags.keep(clientId, drawCaret(person, guestName)),
          selectionBuilder: (person: Person) => ({ class: 'doc-selection', 'data-person': colourOf(person) }),
        }),
        new Plugin({
          view: () => {
            awareness.on('change', moved)
            return {
              destroy: () => {
                awareness.off('change', moved)
                flags.clear()
              },
            }
          },
        }),
      ]
    },
  })

/** Raises a flag when its caret moves, lowers it when it rests; ProseMirror may draw a caret anew at any time. */
class Flags {
  readonly #carets = new Map<number, HTMLElement>()
  readonly #raised = new Map<number, ReturnType<typeof setTimeout>>()

  keep(clientId: number, caret: HTMLElement): HTMLElement {
    this.#carets.set(clientId, caret)
    caret.dataset['state'] = this.#raised.has(clientId) ? 'writing' : 'resting'
    return caret
  }

  raise(clientId: number): void {
    clearTimeout(this.#raised.get(clientId))
    this.#raised.set(
      clientId,
      setTimeout(() => this.#lower(clientId), REST_AFTER_MS),
    )
    this.#mark(clientId, 'writing')
  }

  clear(): void {
    for (const timer of this.#raised.values()) clearTimeout(timer)
    this.#raised.clear()
    this.#carets.clear()
  }

  #lower(clientId: number): void {
    this.#raised.delete(clientId)
    this.#mark(clientId, 'resting')
  }

  #mark(clientId: number, state: string): void {
    const caret = this.#carets.get(clientId)
    if (caret) caret.dataset['state'] = state
  }
}

const colourOf = ({ colour }: Person): string =>
  typeof colour === 'number' && Number.isInteger(colour) && colour >= 1 && colour <= PEOPLE
    ? String(colour)
    : '0'

const drawCaret = (person: Person, guestName: (name: string) => string): HTMLElement => {
  const given = typeof person.name === 'string' ? person.name.slice(0, LONGEST_NAME) : ''
  const name = person.isGuest === true ? guestName(given) : given
  const attributes = { class: 'doc-caret', 'data-person': colourOf(person), 'aria-hidden': 'true' }
  return makeElement(
    'span',
    attributes,
    WORD_JOINER,
    makeElement('span', { class: 'doc-caret-flag' }, name),
    WORD_JOINER,
  )
}
