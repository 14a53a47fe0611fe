import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { captureProjection } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { Mailing, notifyHandlers, notifyRoutes, reminderProjection } from '../notify/index.ts'
import { pageRoutes } from '../page/index.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { handTimers } from '../platform/jobs/hand-timers.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotaProjection, rotationRoutes } from '../rotation/index.ts'
import { ritualProjection } from './projection.ts'
import type { RitualContext } from './ritual-context.ts'
import { ritualHandlers } from './ritual-handlers.ts'
import { planRounds } from './rounds.ts'
import { ritualRoutes } from './routes.ts'

/** For tests: circles, meetings, the rota, notifications and rituals over a fresh database, with time moved by hand. */
export const temporaryRituals = async (names: readonly string[]) => {
  const ground = await temporaryContext()
  const timers = handTimers(ground.clock.now())
  const documents = temporaryDocuments()
  const jobs = () => runJobs(databaseJobs(ground.db), { timers, log: ground.log, longestWait: 400 * DAY })
  let running: RitualContext['jobs'] = jobs()
  const context: RitualContext & { documents: typeof documents } = {
    ...ground,
    clock: timers,
    documents,
    get jobs() {
      return running
    },
    post: null,
    publicUrl: 'http://localhost:3000',
  }
  const people = await temporaryPeople(context, names)
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    meetingRoutes(app, context)
    pageRoutes(app, context)
    rotationRoutes(app, context, rotaMeetings)
    notifyRoutes(app, context)
    ritualRoutes(app, context)
  })
  const followers = [
    rotaProjection(context, rotaMeetings),
    reminderProjection(context),
    ritualProjection(context),
  ].map((projection) => runJournalProjection(context, projection))
  const mailing = new Mailing(context)
  const begin = async (): Promise<void> => {
    await planRounds(context)
    running.start({ ...notifyHandlers(context, mailing), ...ritualHandlers(context) })
  }
  await begin()
  /** Resolves when all that follows from what was done has been done. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      for (const follower of followers) await follower.settled()
      await running.settled()
    }
  }
  return {
    context,
    people,
    ask,
    settled,
    goTo: async (at: Instant) => {
      await settled()
      await timers.goTo(at, settled)
      await settled()
    },
    /** The server ends, stands still until `at`, and starts again. */
    sleepUntil: async (at: Instant) => {
      await running.stop()
      await timers.goTo(at)
      running = jobs()
      await begin()
      await settled()
    },
    caught: (documentId: string) =>
      projectDocument(context, documents, captureProjection(context), documentId),
    close: async () => {
      for (const follower of followers) await follower.stop()
      await running.stop()
      await ground.close()
    },
  }
}
