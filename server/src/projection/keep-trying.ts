import type { Logger } from '../kernel/logger.ts'
import { describeError } from '../platform/log/describe-error.ts'

const FIRST_WAIT = 100
const LONGEST_WAIT = 30_000

/** Work that is done again whenever it is poked, one run at a time. */
export interface Runner {
  readonly poke: () => void
  /** Resolves when there is nothing left to do, which may take tries. */
  readonly settled: () => Promise<void>
  /** Lets the present run end and starts no other. */
  readonly stop: () => Promise<void>
}

/** Runs `work` after each poke and, when it fails, again after a growing pause. */
export const keepTrying = (log: Logger, name: string, work: () => Promise<void>): Runner => {
  let wanted = false
  let stopped = false
  let running: Promise<void> | undefined
  let wake: (() => void) | undefined

  const run = async () => {
    for (let attempt = 0; wanted && !stopped; ) {
      wanted = false
      try {
        await work()
        attempt = 0
      } catch (error) {
        wanted = true
        attempt += 1
        log.error(
          { projection: name, attempt, ...describeError(error) },
          'a projection failed and will be tried again',
        )
        await pause(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt))
      }
    }
    running = undefined
  }
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    poke: () => {
      wanted = true
      wake?.()
      if (!stopped) running ??= run()
    },
    settled: async () => {
      while (running !== undefined) await running
    },
    stop: async () => {
      stopped = true
      wake?.()
      await running
    },
  }
}
