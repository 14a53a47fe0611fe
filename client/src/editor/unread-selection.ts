import { type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type Seen = readonly [Node | null, number, Node | null, number]

const isSame = (one: Seen, other: Seen): boolean => one.every((part, index) => part === other[index])

/**
 * Where the browser has put the caret and the editor has not looked yet.
 *
 * A click moves the browser's caret at once; the editor hears of it a moment later. Whatever is drawn in between, a letter or
 * the caret of somebody else, would put the caret back to where the editor thinks it is.
 */
export class UnreadSelection {
  readonly #view: EditorView
  #seen: Seen

  constructor(view: EditorView) {
    this.#view = view
    this.#seen = this.#inBrowser()
  }

  #inBrowser(): Seen {
    const selection = this.#view.dom.ownerDocument.getSelection()
    if (selection === null) return [null, 0, null, 0]
    return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]
  }

  /** Takes for known what the browser shows now. */
  see(): void {
    this.#seen = this.#inBrowser()
  }

  /** The selection that the editor does not know of; undefined where there is none. */
  read(): Selection | undefined {
    const view = this.#view
    if (!view.hasFocus()) return undefined
    const now = this.#inBrowser()
    if (isSame(now, this.#seen)) return undefined
    const [anchor, anchorOffset, focus, focusOffset] = now
    if (!this.#isText(anchor) || !this.#isText(focus)) return undefined
    const { doc } = view.state
    return TextSelection.between(
      doc.resolve(view.posAtDOM(anchor, anchorOffset)),
      doc.resolve(view.posAtDOM(focus, focusOffset)),
    )
  }

  /** Whether a place is in the text, and not in something that stands in it and has a life of its own. */
  #isText(node: Node | null): node is Node {
    if (node === null || !this.#view.dom.contains(node)) return false
    const element = node instanceof Element ? node : node.parentElement
    return element?.closest('[contenteditable]') === this.#view.dom
  }
}
