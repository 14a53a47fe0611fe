import { performance } from 'node:perf_hooks'
import { Histogram } from '../figures/histogram.ts'
import type { ByteReader } from '../wire/byte-reader.ts'
import { eachCursor } from '../wire/cursors.ts'

/**
 * How late moves of cursors were known to others. A cursor is where it is: whoever sees a move sees through all moves
 * before it, so a delivery is one move of one client after which one other client knew that place, or a newer one of the
 * same client; it counts when that arrives. A server may leave out what has been overtaken, but then the older move
 * waited for the newer one, and its lag says so. Counted are the moves that were sent between `begin` and `end`, whenever they
 * arrived: a server that tells all places each tenth of a second would otherwise gain or lose by where the ticks fall.
 */
export class CursorMeter {
  readonly #sentAt = new Map<number, number[]>()
  readonly lag = new Histogram()
  #from = 0
  #until = Number.POSITIVE_INFINITY
  /** Frames and places that arrived, however many moves they stood for. */
  places = 0

  /** A move is about to be sent. */
  sent(mover: number, move: number): void {
    let times = this.#sentAt.get(mover)
    if (times === undefined) {
      times = []
      this.#sentAt.set(mover, times)
    }
    times[move] = performance.now()
  }

  /** Moves count from now on. */
  begin(): void {
    this.lag.clear()
    this.places = 0
    this.#from = performance.now()
    this.#until = Number.POSITIVE_INFINITY
  }

  /** Moves that are sent later do not count. */
  end(): void {
    this.#until = performance.now()
  }

  /** Eyes for one client: what it hears of others counts from what it knew of them. */
  watcher(own: number): (entries: ByteReader) => void {
    const known = new Map<number, number>()
    let now = 0
    const see = (mover: number, move: number): void => {
      if (mover === own) return
      this.places += 1
      const times = this.#sentAt.get(mover)
      const before = known.get(mover) ?? 0
      if (times === undefined || move <= before) return
      known.set(mover, move)
      for (let seen = before + 1; seen <= move; seen += 1) {
        const sent = times[seen]
        if (sent !== undefined && sent >= this.#from && sent < this.#until) this.lag.add(now - sent)
      }
    }
    return (entries) => {
      now = performance.now()
      eachCursor(entries, see)
    }
  }
}
