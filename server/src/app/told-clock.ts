import { type HandTimers, handTimers } from '../platform/jobs/hand-timers.ts'

/** The question of whoever started this process. */
interface GoTo {
  readonly goTo: number
}

const isGoTo = (message: unknown): message is GoTo =>
  typeof message === 'object' && message !== null && 'goTo' in message && typeof message.goTo === 'number'

/** A clock that stands still until it is told to go on, for tests that live through a year. */
export const toldClock = (start: number): HandTimers => handTimers(start)

/**
 * Moves the clock when the program that started this one says so, over the channel between the two: nobody else has one.
 * It is answered once everything that was due on the way is done.
 */
export const listenToParent = (timers: HandTimers, settled: () => Promise<void>): void => {
  let last = Promise.resolve()
  const after = async (before: Promise<void>, at: number): Promise<void> => {
    await before
    await settled()
    await timers.goTo(at, settled)
    await settled()
    process.send?.({ at: timers.now() })
  }
  process.on('message', (message) => {
    if (!isGoTo(message)) return
    last = after(last, message.goTo)
  })
}
