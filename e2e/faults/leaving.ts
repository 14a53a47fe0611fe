/** Asks a server to stop while people write, and looks whether it went in time and what it left behind. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Count, Crowd } from './crowd.ts'
import { dice } from './dice.ts'
import { SyncHost } from './target.ts'

/** How it is done. */
export type LeavingOptions = {
  readonly times: number
  readonly seed: number
  readonly fault?: 'ack-before-commit'
}

/** What was found. */
export type LeavingReport = Count & {
  readonly stops: number
  readonly lost: number
  readonly converged: boolean
  /** How long the slowest took to be gone, in milliseconds. */
  readonly slowestMs: number
  /** Stops that did not end with exit code 0. */
  readonly unclean: number
}

/** A server has to be gone before whoever asked it kills it. */
export const patienceMs = 25_000

/** Every other time it is asked twice, as by somebody impatient. */
export const letLeave = async ({ times, seed, fault }: LeavingOptions): Promise<LeavingReport> => {
  const chance = dice(seed)
  const host = new SyncHost({
    fault: fault ?? null,
    limits: { drainMs: 300, compactRows: 20, compactEveryMs: 0 },
  })
  try {
    await host.start()
    const crowd = new Crowd(host, 3)
    let [lost, slowestMs, unclean] = [0, 0, 0]
    for (let time = 0; time < times; time++) {
      await crowd.connect()
      crowd.typeEvery(5)
      await wait(100 + 200 * chance())
      const asked = performance.now()
      host.stop()
      if (time % 2 === 1) await wait(100 * chance())
      if (time % 2 === 1) host.stop()
      await host.died()
      slowestMs = Math.max(slowestMs, performance.now() - asked)
      if (host.exitCode !== 0) unclean += 1
      crowd.disconnect()
      await host.start()
      lost += await crowd.lost()
    }
    if (fault === undefined) await crowd.connect()
    const converged = fault === undefined && (await crowd.converges())
    crowd.disconnect()
    return { stops: times, ...crowd.count, lost, converged, slowestMs: Math.round(slowestMs), unclean }
  } finally {
    await host.dispose()
  }
}
