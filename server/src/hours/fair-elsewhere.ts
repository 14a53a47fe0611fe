import type { Series, Slot } from '@rondo/shared/hours/model.ts'
import type { WantedSeries } from '@rondo/shared/hours/plan-series.ts'
import type { Wanted } from '@rondo/shared/hours/rank-slots.ts'
import { WorkThread } from '../platform/thread/work-thread.ts'

/** What is looked for, and what was found. */
export type Wish = { slots: Wanted } | { series: WantedSeries }
export type Found = { slots: Slot[] } | { series: Series }

/** One for the whole process: with many people a search takes longer than anybody's keystroke may wait. */
const thread = new WorkThread<Wish, Found>(new URL('./fair-worker.ts', import.meta.url))

/** The best times for one meeting, looked for in a thread of its own. */
export const rankSlotsElsewhere = async (wanted: Wanted): Promise<Slot[]> => {
  const found = await thread.run({ slots: wanted })
  if ('slots' in found) return found.slots
  throw new Error('The thread answered another question')
}

/** A series with rotating wall times, looked for in a thread of its own. */
export const planSeriesElsewhere = async (wanted: WantedSeries): Promise<Series> => {
  const found = await thread.run({ series: wanted })
  if ('series' in found) return found.series
  throw new Error('The thread answered another question')
}
