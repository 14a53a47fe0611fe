import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ATOM, findTrigger, type MenuKind } from './find-trigger.ts'
import type { Menu } from './menu.ts'
import type { Range } from './menu-item.ts'

/** What was typed to open a menu, where it stands now, and whether Escape has closed it since. */
interface Asked extends Range {
  readonly kind: MenuKind
  readonly query: string
  readonly isDismissed: boolean
}

const key = new PluginKey<Asked | undefined>('menu')

/** The text that stands for the open menu; undefined when none is open. */
export const askedIn = (state: EditorState): Asked | undefined => {
  const asked = key.getState(state)
  return asked?.isDismissed ? undefined : asked
}

/** Closes the menu until something else is typed; what was typed to give a step away goes with it. */
export const dismiss = (view: EditorView): void => {
  const asked = askedIn(view.state)
  if (!asked) return
  const { tr } = view.state
  if (asked.isAssigning) tr.delete(asked.from, asked.to)
  view.dispatch(tr.setMeta(key, 'dismiss'))
}

/** Closes the menu because something was taken from it; what was typed stays for the taker to replace. */
export const settle = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, 'dismiss'))

/** Opens the menu of people at the caret, to give the next step to whoever is chosen. */
export const askForOwner = (view: EditorView): void => {
  const before = textBefore(view.state) ?? ''
  const sign = /(?:^|\s)$/u.test(before) ? '@' : ' @'
  view.dispatch(view.state.tr.insertText(sign).setMeta(key, 'assign'))
}

/** Opens the menu when the reader (never somebody else) types its sign, and follows what is typed after it. */
export const menuPlugin = (menu: Menu): Plugin<Asked | undefined> =>
  new Plugin<Asked | undefined>({
    key,
    state: { init: () => undefined, apply: (tr, before, _old, state) => follow(tr, before, state) },
    props: {
      handleKeyDown: (_view, event) => !event.isComposing && menu.keyDown(event),
    },
    view: (view) => {
      const announce = () => announceIn(view, menu)
      const stop = menu.subscribe(announce)
      announce()
      return {
        update: ({ state }) => {
          menu.follow(askedIn(state))
          announce()
        },
        destroy: () => {
          stop()
          menu.follow(undefined)
        },
      }
    },
  })

const follow = (tr: Transaction, before: Asked | undefined, state: EditorState): Asked | undefined => {
  const text = textBefore(state)
  const found = text === undefined ? undefined : findTrigger(text)
  if (!found) return undefined
  const to = state.selection.from
  const { kind, query } = found
  const from = state.selection.$from.start() + found.offset
  const said: unknown = tr.getMeta(key)
  const isSame =
    before?.kind === kind &&
    (isChangeOrigin(tr) ? before.query === query : tr.mapping.map(before.from) === from)
  if (isSame) return { ...before, from, to, query, isDismissed: before.isDismissed || said === 'dismiss' }
  if (!tr.docChanged || isChangeOrigin(tr) || tr.getMeta('paste') === true) return undefined
  return { kind, query, from, to, isAssigning: said === 'assign', isDismissed: false }
}

/** The text of the block before a bare caret; undefined where nothing may be inserted, as in code. */
const textBefore = ({ selection: { $from, empty } }: EditorState): string | undefined => {
  const { parent, parentOffset } = $from
  const isCode = parent.type.spec.code || $from.marks().some((mark) => mark.type.name === 'code')
  if (!empty || !parent.isTextblock || isCode) return undefined
  return parent
    .textBetween(Math.max(0, parentOffset - 120), parentOffset, undefined, ATOM)
    .padStart(parentOffset, ATOM)
}

export const LIST_ID = 'doc-menu'
export const optionId = (index: number): string => `${LIST_ID}-${index}`

/**
 * While a menu is open the page is a combobox that points at the active option; otherwise a text box of many lines, or
 * plain reading where nothing may be written.
 */
const announceIn = (view: EditorView, menu: Menu): void => {
  const state = menu.snapshot()
  const isActive = state !== undefined && state.items.length > 0
  const attributes: Record<string, string | undefined> = {
    role: state ? 'combobox' : view.editable ? 'textbox' : 'document',
    'aria-multiline': state || !view.editable ? undefined : 'true',
    'aria-expanded': state && 'true',
    'aria-haspopup': state && 'listbox',
    'aria-autocomplete': state && 'list',
    'aria-controls': state && LIST_ID,
    'aria-activedescendant': isActive ? optionId(state.active) : undefined,
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) view.dom.removeAttribute(name)
    else if (view.dom.getAttribute(name) !== value) view.dom.setAttribute(name, value)
  }
}
