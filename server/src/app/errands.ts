import type { AccountContext } from '../account/index.ts'
import { type MediaContext, planSweeps, SWEEP, sweepHandler } from '../media/index.ts'
import { Mailing, type NotifyContext, notifyHandlers, reminderProjection } from '../notify/index.ts'
import type { DocumentContext } from '../page/index.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { planRounds, ritualHandlers, ritualProjection } from '../ritual/index.ts'
import { seatHandlers, seatProjection } from '../seat/index.ts'

export type ErrandContext = AccountContext & DocumentContext & NotifyContext & MediaContext

/** What the server does unasked, when its time has come. */
export interface Errands {
  start(): Promise<void>
  /** Resolves when nothing that can be done now is left. */
  settled(): Promise<void>
  /** Lets the present job and the mails under way end. */
  stop(): Promise<void>
}

export const createErrands = (context: ErrandContext): Errands => {
  const mailing = new Mailing(context)
  const followers = [reminderProjection(context), ritualProjection(context), seatProjection(context)].map(
    (projection) => runJournalProjection(context, projection),
  )
  return {
    start: async () => {
      await mailing.start()
      await planRounds(context)
      await planSweeps(context)
      context.jobs.start({
        ...notifyHandlers(context, mailing),
        ...ritualHandlers(context),
        ...seatHandlers(context),
        [SWEEP]: sweepHandler(context),
      })
    },
    settled: async () => {
      // What one does may be what another has been waiting for.
      for (let round = 0; round < 2; round++) {
        for (const follower of followers) await follower.settled()
        await context.jobs.settled()
        await mailing.settled()
      }
    },
    stop: async () => {
      await Promise.all(followers.map((follower) => follower.stop()))
      await context.jobs.stop()
      await mailing.stop()
    },
  }
}
