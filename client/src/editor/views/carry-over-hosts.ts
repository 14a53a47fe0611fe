import type { Drawing } from './block-view.ts'
import { makeElement } from './make-element.ts'

/** The places in the page where React shows what was carried over; the component draws into them by portals. */
export class CarryOverHosts {
  #hosts: readonly HTMLElement[] = []
  readonly #listeners = new Set<() => void>()

  /** The same array until a place comes or goes. */
  readonly snapshot = (): readonly HTMLElement[] => this.#hosts

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly draw = (): Drawing => {
    const dom = makeElement('div', { class: 'doc-carry-over', contenteditable: 'false' })
    this.#change([...this.#hosts, dom])
    return {
      dom,
      show: () => {},
      destroy: () => this.#change(this.#hosts.filter((host) => host !== dom)),
    }
  }

  /** Listeners hear of it after ProseMirror has finished drawing, for React must not draw in the midst of it. */
  #change(hosts: readonly HTMLElement[]): void {
    this.#hosts = hosts
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener()
    })
  }
}
