/** Those who want to know that there is news. */
export class Listeners {
  readonly #listeners = new Set<() => void>()

  /** Answers how to stop. */
  readonly add = (listen: () => void): (() => void) => {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  /** Bound, so that it is the same hook however often it is given. */
  readonly poke = (): void => {
    for (const listen of this.#listeners) listen()
  }
}
