import type { Series, Slot } from '@rondo/shared/hours/model.ts'
import type { WantedSeries } from '@rondo/shared/hours/plan-series.ts'
import type { Wanted } from '@rondo/shared/hours/rank-slots.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { WorkThread } from '../platform/thread/work-thread.ts'

/** What is looked for, and what was found. */
export type Wish = { slots: Wanted } | { series: WantedSeries }
export type Found = { slots: Slot[] } | { series: Series }

/** One for the whole process: with many people a search takes longer than anybody's keystroke may wait. */
const thread = new WorkThread<Wish, Found>(new URL('./fair-worker.ts', import.meta.url))

/** More than these waiting for the thread are somebody who asks again and again. */
const MOST_WAITING = 16
let waiting = 0

const BUSY = refuse('too-many', 'Many look for fair hours right now. Try again in a moment.', {
  retryAfter: 5,
})

const search = async (wish: Wish): Promise<Result<Found>> => {
  if (waiting >= MOST_WAITING) return BUSY
  waiting += 1
  try {
    return accept(await thread.run(wish))
  } finally {
    waiting -= 1
  }
}

/** The best times for one meeting, looked for in a thread of its own. */
export const rankSlotsElsewhere = async (wanted: Wanted): Promise<Result<{ slots: Slot[] }>> => {
  const found = await search({ slots: wanted })
  if (!found.ok) return found
  if ('slots' in found.value) return accept(found.value)
  throw new Error('The thread answered another question')
}

/** A series with rotating wall times, looked for in a thread of its own. */
export const planSeriesElsewhere = async (wanted: WantedSeries): Promise<Result<Series>> => {
  const found = await search({ series: wanted })
  if (!found.ok) return found
  if ('series' in found.value) return accept(found.value.series)
  throw new Error('The thread answered another question')
}
