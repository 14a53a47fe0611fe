import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Timers } from './jobs.ts'

/** For tests: time that stands still until somebody goes to another one. */
export interface HandTimers extends Timers {
  /** Goes to `at` and runs what is set for the time until then, in order; `between` is waited for after each. */
  goTo(at: Instant, between?: () => Promise<void>): Promise<void>
}

export const handTimers = (start: Instant): HandTimers => {
  let now = start
  const tasks = new Map<object, { at: Instant; task: () => void }>()
  const soonest = (before: Instant) =>
    [...tasks].filter(([, { at }]) => at <= before).toSorted(([, a], [, b]) => a.at - b.at)[0]
  return {
    now: () => now,
    after: (ms, task) => {
      const name = {}
      tasks.set(name, { at: now + ms, task })
      return () => void tasks.delete(name)
    },
    goTo: async (at, between) => {
      for (let next = soonest(at); next !== undefined; next = soonest(at)) {
        const [name, due] = next
        tasks.delete(name)
        now = Math.max(now, due.at)
        due.task()
        await between?.()
      }
      now = at
    },
  }
}
