import type { Server } from '../servers/server.ts'
import { settled } from '../servers/settled.ts'

/** What came of offering a rate: how much arrived a second, and whether that was good enough. */
export interface Attempt {
  isGood: boolean
  rate: number
}

const LOWEST = 4_000
/** Rates lie on a ladder of quarter octaves, about a fifth apart. */
const OCTAVE = 4
const BEGIN = 3 * OCTAVE
const TOP = 8 * OCTAVE

/**
 * Finds the highest rate that is still good by doubling and then bisecting, on a ladder. The next search for the same
 * server begins where the last one ended.
 */
export class MostSearch {
  readonly #rungs = new Map<string, number>()

  async run(server: Server, offer: (rate: number) => Promise<Attempt>): Promise<number> {
    const reached = new Map<number, number>()
    const climb = async (rung: number): Promise<boolean> => {
      if (rung > TOP) return false
      const { isGood, rate } = await offer(LOWEST * 2 ** (rung / OCTAVE))
      if (isGood) reached.set(rung, rate)
      await settled(server)
      return isGood
    }
    const last = this.#rungs.get(server.name)
    let stride = last === undefined ? OCTAVE : 1
    let rung = last ?? BEGIN
    let good = -1
    let bad = TOP + 1
    while (bad - good > 1) {
      if (await climb(rung)) good = Math.max(good, rung)
      else bad = Math.min(bad, rung)
      const isBetween = good >= 0 && bad <= TOP
      if (isBetween) rung = (good + bad) >> 1
      else {
        rung = good >= 0 ? Math.min(TOP, good + stride) : Math.max(0, bad - stride)
        if (last !== undefined) stride *= 2
      }
    }
    this.#rungs.set(server.name, Math.max(0, good))
    return reached.get(good) ?? 0
  }
}
