import type { MenuKind } from './find-trigger.ts'
import type { MenuItem } from './menu-item.ts'
import { type MenuEvent, type MenuState, nextMenu } from './menu-state.ts'

interface MenuPorts {
  readonly search: (kind: MenuKind, query: string) => readonly MenuItem[] | Promise<readonly MenuItem[]>
  readonly take: (item: MenuItem) => void
  readonly dismiss: () => void
}

/** The menu that is open beside the caret: it asks for items as the query grows, moves by keys, and is watched by React. */
export class Menu {
  #state: MenuState<MenuItem> | undefined
  #takesFirst = false
  readonly #ports: MenuPorts
  readonly #listeners = new Set<() => void>()

  constructor(ports: MenuPorts) {
    this.#ports = ports
  }

  readonly snapshot = (): MenuState<MenuItem> | undefined => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Follows what stands before the caret; undefined closes. */
  follow(asked: { readonly kind: MenuKind; readonly query: string } | undefined): void {
    if (asked) this.#query(asked.kind, asked.query)
    else this.#step({ type: 'closed' })
  }

  #query(kind: MenuKind, query: string): void {
    if (this.#state?.kind === kind && this.#state.query === query) return
    this.#takesFirst = false
    this.#step({ type: 'typed', kind, query })
    this.#ask(kind, query)
  }

  /** Whether the menu used the key. */
  keyDown({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): boolean {
    const state = this.#state
    if (!state) return false
    if (key === 'Escape') this.#ports.dismiss()
    else if (key === 'Enter' || (key === 'Tab' && !shiftKey)) return this.#enter(state)
    else if (state.items.length === 0) return false
    else if (key === 'ArrowDown') this.#step({ type: 'moved', by: 1 })
    else if (key === 'ArrowUp') this.#step({ type: 'moved', by: -1 })
    else return false
    return true
  }

  point(index: number): void {
    this.#step({ type: 'pointed', index })
  }

  take(index: number): void {
    const item = this.#state?.items[index]
    if (!item) return
    this.#step({ type: 'closed' })
    this.#ports.take(item)
  }

  /** Who types fast and presses Enter before the answer is there gets the first item of the answer. */
  #enter(state: MenuState<MenuItem>): boolean {
    if (state.phase === 'loading') this.#takesFirst = true
    else if (state.items.length === 0) return false
    else this.take(state.active)
    return true
  }

  #ask(kind: MenuKind, query: string): void {
    const found = this.#ports.search(kind, query)
    if (found instanceof Promise) {
      found.then(
        (items) => this.#found(kind, query, items),
        () => this.#found(kind, query, []),
      )
    } else this.#found(kind, query, found)
  }

  #found(kind: MenuKind, query: string, items: readonly MenuItem[]): void {
    this.#step({ type: 'found', kind, query, items })
    if (this.#takesFirst && this.#state?.phase === 'ready') this.take(0)
  }

  #step(event: MenuEvent<MenuItem>): void {
    const next = nextMenu(this.#state, event)
    if (next === this.#state) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }
}
