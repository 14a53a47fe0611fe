import type { MenuKind } from './find-trigger.ts'

/** An open menu. `phase` is loading until somebody has answered the present query. */
export interface MenuState<Item> {
  readonly kind: MenuKind
  readonly query: string
  readonly phase: 'loading' | 'ready'
  readonly items: readonly Item[]
  /** The item that Enter takes. */
  readonly active: number
}

export type MenuEvent<Item> =
  | { readonly type: 'typed'; readonly kind: MenuKind; readonly query: string }
  | {
      readonly type: 'found'
      readonly kind: MenuKind
      readonly query: string
      readonly items: readonly Item[]
    }
  | { readonly type: 'moved'; readonly by: 1 | -1 }
  | { readonly type: 'pointed'; readonly index: number }
  | { readonly type: 'closed' }

/** The life of a menu, pure: undefined is closed. An answer to an older query is passed over. */
export const nextMenu = <Item>(
  state: MenuState<Item> | undefined,
  event: MenuEvent<Item>,
): MenuState<Item> | undefined => {
  if (event.type === 'closed') return undefined
  if (event.type === 'typed') return typed(state, event.kind, event.query)
  if (!state) return undefined
  const count = state.items.length
  switch (event.type) {
    case 'found':
      return event.kind === state.kind && event.query === state.query
        ? { ...state, phase: 'ready', items: event.items, active: 0 }
        : state
    case 'moved':
      return count === 0 ? state : { ...state, active: (state.active + event.by + count) % count }
    case 'pointed':
      return event.index >= 0 && event.index < count ? { ...state, active: event.index } : state
  }
}

/** While a new query is asked, the items of the one before stay in sight, so that the list does not flicker. */
const typed = <Item>(state: MenuState<Item> | undefined, kind: MenuKind, query: string): MenuState<Item> => {
  const isSame = state?.kind === kind
  if (isSame && state.query === query) return state
  return { kind, query, phase: 'loading', items: isSame ? state.items : [], active: 0 }
}
