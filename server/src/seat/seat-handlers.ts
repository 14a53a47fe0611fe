import type { Tx } from '../platform/db/database.ts'
import type { Handlers } from '../platform/jobs/jobs.ts'
import { CLOSE, closeHandler } from './closing.ts'
import { LEAD, leadHandler } from './leads-next.ts'
import type { SeatContext } from './seat-context.ts'

/** What this room does when it is due. */
export const seatHandlers = (context: SeatContext): Handlers<Tx> => ({
  [CLOSE]: closeHandler(context),
  [LEAD]: leadHandler(context),
})
