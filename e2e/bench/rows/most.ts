import type { ServerName } from '../servers/server.ts'

/** What came of offering a rate: how much arrived a second, and whether that was good enough. */
export interface Attempt {
  isGood: boolean
  rate: number
}

const LOWEST = 4_000
/** The ladder begins to be climbed at eight times the lowest rate, and ends at 256 times. */
const BEGIN_OCTAVE = 3
const TOP_OCTAVE = 8

/**
 * Finds the highest rate that is still good by doubling and then bisecting, on a ladder. The next search for the same
 * server begins where the last one ended.
 */
export class MostSearch {
  readonly #octave: number
  readonly #rungs = new Map<string, number>()

  /** @param octave rungs from one rate to its double */
  constructor(octave: number) {
    this.#octave = octave
  }

  async run(server: ServerName, offer: (rate: number) => Promise<Attempt>): Promise<number> {
    const top = TOP_OCTAVE * this.#octave
    const reached = new Map<number, number>()
    const climb = async (rung: number): Promise<boolean> => {
      if (rung > top) return false
      const { isGood, rate } = await offer(LOWEST * 2 ** (rung / this.#octave))
      if (isGood) reached.set(rung, rate)
      return isGood
    }
    const last = this.#rungs.get(server)
    let stride = last === undefined ? this.#octave : 1
    let rung = last ?? BEGIN_OCTAVE * this.#octave
    let good = -1
    let bad = top + 1
    while (bad - good > 1) {
      if (await climb(rung)) good = Math.max(good, rung)
      else bad = Math.min(bad, rung)
      const isBetween = good >= 0 && bad <= top
      if (isBetween) rung = (good + bad) >> 1
      else {
        rung = good >= 0 ? Math.min(top, good + stride) : Math.max(0, bad - stride)
        if (last !== undefined) stride *= 2
      }
    }
    this.#rungs.set(server, Math.max(0, good))
    return reached.get(good) ?? 0
  }
}
