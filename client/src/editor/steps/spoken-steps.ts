import { isId } from '@rondo/shared/document/attributes.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { readStep, type StepRead } from '@rondo/shared/spoken/read-step.ts'
import { type Editor, Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node as PmNode } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { ATOM } from '../menu/find-trigger.ts'
import type { World } from '../world.ts'
import { memberCalled } from './member-called.ts'

/** What was read out of the words of a step. */
export interface Spoken {
  readonly who: MemberId | undefined
  readonly due: string | undefined
}

/** Hears what was read, and undefined once it can no longer be taken back by one key. */
export type HearSpoken = (spoken: Spoken | undefined) => void

/**
 * Reads who takes a next step and by when out of its words, when its writer has finished the line: by Enter at its end, or by
 * going elsewhere. It is one step to undo, and Backspace directly after undoes it; words that were given back are not taken
 * again.
 */
export const spokenSteps = (world: World, hear: HearSpoken) =>
  Extension.create({
    name: 'spokenSteps',
    priority: 1150,
    addProseMirrorPlugins() {
      return [new Reader(this.editor, world, hear).plugin]
    },
  })

class Reader {
  readonly #editor: Editor
  readonly #world: World
  readonly #hear: HearSpoken
  /** The step in which this person has written since the caret entered it. */
  #writtenIn: unknown
  /** Whether what was read is the last thing that happened. */
  #isFresh = false
  /** Whether changes are of the reading itself, or of the key that caused it. */
  #isReading = false
  /** The words that each step was read from. */
  readonly #read = new Map<unknown, string>()

  constructor(editor: Editor, world: World, hear: HearSpoken) {
    this.#editor = editor
    this.#world = world
    this.#hear = hear
  }

  readonly plugin = new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
          return false
        if (event.key === 'Backspace' && this.#isFresh) return this.#giveBack()
        if (event.key === 'Enter' && isAtEnd(view.state)) this.#readAt(stepAt(view.state))
        return false
      },
      handleDOMEvents: {
        blur: () => {
          this.#leave()
          return false
        },
      },
    },
    appendTransaction: (transactions, before, state) => {
      if (this.#isReading) return null
      const isOwn = transactions.some((tr) => tr.docChanged && !isChangeOrigin(tr))
      if (isOwn || !before.selection.eq(state.selection)) this.#settle()
      if (isOwn) this.#writtenIn = stepAt(state)?.node.attrs['id'] ?? this.#writtenIn
      return null
    },
    view: () => ({
      update: ({ state }) => {
        if (this.#writtenIn !== undefined && stepAt(state)?.node.attrs['id'] !== this.#writtenIn) {
          // Not in the midst of an update: the editor is still drawing.
          queueMicrotask(() => this.#leave())
        }
      },
    }),
  })

  #leave(): void {
    const id = this.#writtenIn
    this.#writtenIn = undefined
    if (id !== undefined && !this.#editor.isDestroyed) this.#readAt(stepOf(this.#editor.state.doc, id))
  }

  #readAt(step: Step | undefined): void {
    if (!step || !this.#editor.isEditable) return
    this.#writtenIn = undefined
    const { id } = step.node.attrs
    const text = step.node.textBetween(0, step.node.content.size, undefined, ATOM)
    const read = this.#reading(step.node, text)
    if (read.cuts.length === 0 || this.#read.get(id) === text) return
    this.#read.set(id, text)
    this.#write(step, read)
  }

  #reading({ attrs }: PmNode, text: string): StepRead {
    const { lookups, today } = this.#world.now
    return readStep(text, {
      memberCalled: (name) => memberCalled(lookups, name),
      today: today?.(),
      hasOwner: isId(attrs['who']),
      hasDue: typeof attrs['due'] === 'string',
    })
  }

  #write({ node, position }: Step, { who, due, cuts }: StepRead): void {
    const { view, state } = this.#editor
    const { tr } = state
    for (const { from, to } of cuts) tr.delete(position + 1 + from, position + 1 + to)
    tr.setNodeMarkup(position, null, {
      ...node.attrs,
      ...(who === undefined ? {} : { who }),
      ...(due === undefined ? {} : { due }),
    })
    const history = yUndoPluginKey.getState(state)?.undoManager
    history?.stopCapturing()
    this.#isReading = true
    view.dispatch(tr)
    this.#hear({ who, due })
    // What Enter does belongs to the same step of the history; whatever is typed next does not.
    queueMicrotask(() => {
      this.#isReading = false
      this.#isFresh = true
      history?.stopCapturing()
    })
  }

  /** Undoes the reading; answers whether it did. */
  #giveBack(): boolean {
    this.#settle()
    return this.#editor.commands.undo()
  }

  #settle(): void {
    if (!this.#isFresh) return
    this.#isFresh = false
    this.#hear(undefined)
  }
}

interface Step {
  readonly node: PmNode
  readonly position: number
}

const isStep = (node: PmNode): boolean => node.type.name === 'capture' && node.attrs['kind'] === 'next'

const stepAt = ({ selection: { $from } }: EditorState): Step | undefined =>
  $from.depth > 0 && isStep($from.parent) ? { node: $from.parent, position: $from.before() } : undefined

const isAtEnd = ({ selection: { empty, $from } }: EditorState): boolean =>
  empty && $from.parentOffset === $from.parent.content.size

const stepOf = (doc: PmNode, id: unknown): Step | undefined => {
  let found: Step | undefined
  doc.descendants((node, position) => {
    if (isStep(node) && node.attrs['id'] === id) found ??= { node, position }
    return found === undefined && !node.isTextblock
  })
  return found
}
