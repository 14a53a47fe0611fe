import { z } from 'zod'
import { memberId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'

/** What every event of a meeting's log carries. */
export const stamp = {
  /** 1, 2, 3 … within one meeting, without gaps. */
  seq: z.int().min(1),
  at: instant,
  by: memberId,
}
