import { performance } from 'node:perf_hooks'

/**
 * Does something at a fixed rate for a while, one by one, whatever the server makes of it; a late timer makes up for
 * what it missed.
 */
export const atRate = (perSecond: number, ms: number, act: (index: number) => void): Promise<void> =>
  new Promise((resolve) => {
    const start = performance.now()
    let done = 0
    const timer = setInterval(() => {
      const elapsed = Math.min(performance.now() - start, ms)
      for (const due = (elapsed * perSecond) / 1000; done < due; done += 1) act(done)
      if (elapsed < ms) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
