import { closeEnvelope } from './envelope.ts'
import type { FanOut } from './fan-out.ts'
import { Switchboard } from './switchboard.ts'

/** Carries a text to one of the other servers; a test may lose, repeat or delay it. */
type Carry = (text: string, deliver: (text: string) => void) => void

const soon: Carry = (text, deliver) => queueMicrotask(() => deliver(text))

/** A line between servers of one process: for tests, and for the one server that has nobody to talk to. */
export class MemoryLine {
  readonly #carry: Carry
  readonly #ends = new Set<(text: string) => void>()
  readonly #key = new Uint8Array(32)

  constructor(carry: Carry = soon) {
    this.#carry = carry
  }

  /** Says anything to everybody, as somebody who got hold of the line could. */
  shout(text: string): void {
    for (const end of this.#ends) this.#carry(text, end)
  }

  join(serverId: string): FanOut {
    const board = new Switchboard(serverId, this.#key)
    const end = (text: string): void => void board.take(text)
    let [published, lost, isOpen] = [0, 0, true]
    this.#ends.add(end)
    return {
      serverId,
      publish: ({ name }, message) => {
        if (!isOpen) return
        try {
          const text = closeEnvelope({ from: serverId, topic: name, message }, this.#key)
          published += 1
          for (const other of this.#ends) if (other !== end) this.#carry(text, other)
        } catch {
          lost += 1
        }
      },
      subscribe: (topic, listen) => board.subscribe(topic, listen),
      status: () => ({ isUp: true, outages: 0, published, lost, heard: board.heard, dropped: board.dropped }),
      close: async () => {
        isOpen = false
        board.close()
        this.#ends.delete(end)
      },
    }
  }
}
