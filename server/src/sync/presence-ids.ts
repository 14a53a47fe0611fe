import { uint32 } from 'lib0/random'

/** More people than this a room does not remember. */
const most = 10_000

/**
 * Under which number others see somebody: one of ours, never the Yjs client id that the person writes with.
 *
 * Such an id is bound to its owner in the log when its first edit is stored. Until then only this process knows whose it
 * is; if others could see it, somebody could wait for a restart and write under it first, and Yjs would drop for ever what
 * its owner wrote meanwhile without a line.
 */
export class PresenceIds {
  readonly #shownAs = new Map<number, number>()
  readonly #ours = new Set<number>()

  /** The number under which a client is shown, the same whenever it comes back. */
  of(clientId: number): number {
    const known = this.#shownAs.get(clientId)
    if (known !== undefined) return known
    const [oldest] = this.#shownAs.size >= most ? this.#shownAs : []
    if (oldest !== undefined) {
      this.#shownAs.delete(oldest[0])
      this.#ours.delete(oldest[1])
    }
    let id = uint32()
    while (this.#ours.has(id)) id = uint32()
    this.#shownAs.set(clientId, id)
    this.#ours.add(id)
    return id
  }

  /** Whether a number is one under which somebody is shown: who repeats it does not speak of itself. */
  has(id: number): boolean {
    return this.#ours.has(id)
  }
}
