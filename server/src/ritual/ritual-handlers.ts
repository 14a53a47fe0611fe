import type { Tx } from '../platform/db/database.ts'
import type { Handlers } from '../platform/jobs/jobs.ts'
import { OFFER, offerHandler } from './brown-bag.ts'
import { CALL, callHandler } from './demo-slots.ts'
import { WINS, winsHandler } from './friday-wins.ts'
import type { RitualContext } from './ritual-context.ts'
import { DAILY, dailyHandler, SETTLE, settleHandler } from './rounds.ts'

/** What this room does when it is due. */
export const ritualHandlers = (context: RitualContext): Handlers<Tx> => ({
  [WINS]: winsHandler(context),
  [OFFER]: offerHandler(context),
  [CALL]: callHandler(context),
  [SETTLE]: settleHandler(context),
  [DAILY]: dailyHandler(context),
})
