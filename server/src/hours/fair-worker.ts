/** The thread in which fair hours are looked for. */
import { planSeries } from '@rondo/shared/hours/plan-series.ts'
import { rankSlots } from '@rondo/shared/hours/rank-slots.ts'
import { answerWork } from '../platform/thread/answer-work.ts'
import type { Found, Wish } from './fair-elsewhere.ts'

answerWork(
  (wish: Wish): Found =>
    'slots' in wish ? { slots: rankSlots(wish.slots) } : { series: planSeries(wish.series) },
)
