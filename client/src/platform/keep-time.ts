import { whenDoubted } from './clock.ts'
import { longest, startWatch } from './stopwatch.ts'

/** A measurement holds for so long, whatever else asks for one. */
const ENOUGH_MS = 5000

interface Moments {
  /** Asks the server for its time; whoever answers has noted it. */
  readonly measure: () => Promise<unknown>
  /** Tells when the line to the server came back; answers how to stop listening. */
  readonly whenBack: (tell: () => void) => () => void
}

/**
 * Measures the server's clock anew at the moments after which nobody knows what passed: the tab is looked at again, the
 * device woke up, the line came back, the device's clock was set. In between nothing is asked.
 */
export const keepTime = ({ measure, whenBack }: Moments): (() => void) => {
  let last: ReturnType<typeof startWatch> | undefined
  let isAsking = false
  const ask = (): void => {
    if (isAsking || (last !== undefined && longest(last()) < ENOUGH_MS)) return
    isAsking = true
    const asked = startWatch()
    const done = async () => {
      try {
        await measure()
        last = asked
      } catch {
        // Without a server there is no better time to be had; coming back asks again.
      }
      isAsking = false
    }
    void done()
  }
  const beSeen = (): void => {
    if (document.visibilityState === 'visible') ask()
  }
  const listeners = [
    [document, 'visibilitychange', beSeen],
    [window, 'pageshow', beSeen],
    [window, 'online', ask],
  ] as const
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener)
  const ends = [whenDoubted(ask), whenBack(ask)]
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener)
    for (const end of ends) end()
  }
}
