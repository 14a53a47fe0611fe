import type { Editor } from '@tiptap/core'
import type { TFunction } from 'i18next'
import type { Surroundings } from './surroundings.ts'

/** The surroundings, with the reader's words and whether they may write. */
export interface View extends Surroundings {
  readonly t: TFunction
  readonly language: string
  readonly editable: boolean
}

/**
 * The bridge from React's props to the parts of the page that ProseMirror draws: they ask `now` when they draw, and draw again when told.
 * The editor itself is never rebuilt for a new prop, for that would cost the caret and the history of undo.
 */
export class World {
  #view: View
  #editor: Editor | undefined
  readonly #listeners = new Set<() => void>()

  constructor(view: View) {
    this.#view = view
  }

  get now(): View {
    return this.#view
  }

  /** The editor that draws, once it is made. */
  get editor(): Editor | undefined {
    return this.#editor?.isDestroyed ? undefined : this.#editor
  }

  attach(editor: Editor): void {
    this.#editor = editor
  }

  /** Takes the newest props; tells nobody if all of them are the ones before. */
  update(next: View): void {
    const before: Partial<Record<string, unknown>> = { ...this.#view }
    const entries = Object.entries(next)
    const isSame =
      entries.length === Object.keys(before).length &&
      entries.every(([name, value]) => before[name] === value)
    this.#view = next
    if (!isSame) for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
