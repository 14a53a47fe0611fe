/** Work on somebody else's change takes at most one part in so many of this device's time. */
const PARTS = 5
/** The longest that a change waits to be shown, whatever showing takes; in milliseconds. */
export const LONGEST_WAIT = 120

export interface Gathering {
  /** Does a change now, or soon together with those that come until then. */
  take(change: () => void): void
  /** Does now what waits. */
  flush(): void
  /** Lets go of what waits. */
  stop(): void
}

/**
 * Gathers what others write while the device is busy showing it. In a short page every change shows at once; in a page of
 * thousands of blocks showing one takes a while, and whoever types there themselves must not wait for the letters of five others.
 * `together` does several changes as one.
 */
export const gatherChanges = (
  together: (changes: readonly (() => void)[]) => void,
  now: () => number = () => performance.now(),
): Gathering => {
  let waiting: (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let freeAt = 0

  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
    waiting = []
  }
  const flush = (): void => {
    const changes = waiting
    stop()
    if (changes.length === 0) return
    const began = now()
    together(changes)
    const ended = now()
    freeAt = ended + Math.min(LONGEST_WAIT, (PARTS - 1) * (ended - began))
  }
  return {
    take: (change) => {
      waiting.push(change)
      if (timer !== undefined) return
      const wait = freeAt - now()
      if (wait <= 0) flush()
      else timer = setTimeout(flush, wait)
    },
    flush,
    stop,
  }
}
