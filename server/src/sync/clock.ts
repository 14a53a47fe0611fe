/** Time as sync needs it; tests turn it by hand. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds since some moment in the past, for durations: it never goes back, whatever happens to the time of day. */
  elapsed(): number
  /** Runs `task` once after `ms`; answers how to call it off. */
  after(ms: number, task: () => void): () => void
}

/** The machine's clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Runs `task` every `ms` until called off. */
export const every = (clock: Clock, ms: number, task: () => void): (() => void) => {
  let stop = (): void => {}
  const next = (): void => {
    stop = clock.after(ms, () => {
      next()
      task()
    })
  }
  next()
  return () => stop()
}
