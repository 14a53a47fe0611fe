import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { handTimers } from '../platform/jobs/hand-timers.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotationRoutes } from '../rotation/index.ts'
import { Mailing } from './mailing.ts'
import type { NotifyContext } from './notify-context.ts'
import { notifyHandlers } from './notify-handlers.ts'
import { reminderProjection } from './projection.ts'
import { notifyRoutes } from './routes.ts'
import { smtpPost } from './smtp-post.ts'
import { temporaryMailServer } from './temporary-mail-server.ts'

/** For tests: circles, meetings and notifications over a fresh database, a real mail server, and time moved by hand. */
export const temporaryNotify = async (names: readonly string[]) => {
  const ground = await temporaryContext()
  const mailServer = await temporaryMailServer()
  const timers = handTimers(ground.clock.now())
  const context: NotifyContext & { documents: ReturnType<typeof temporaryDocuments> } = {
    ...ground,
    clock: timers,
    documents: temporaryDocuments(),
    jobs: runJobs(databaseJobs(ground.db), { timers, log: ground.log, longestWait: 400 * DAY }),
    post: smtpPost({ url: mailServer.url, from: 'Rondo <rondo@example.org>' }),
    publicUrl: 'http://localhost:3000',
  }
  const people = await temporaryPeople(context, names)
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    meetingRoutes(app, context)
    rotationRoutes(app, context, rotaMeetings)
    notifyRoutes(app, context)
  })
  const mailing = new Mailing(context)
  const projection = runJournalProjection(context, reminderProjection(context))
  await mailing.start()
  context.jobs.start(notifyHandlers(context, mailing))
  /** Resolves when all that follows from what was done has been done. */
  const settled = async (): Promise<void> => {
    await projection.settled()
    await context.jobs.settled()
    await mailing.settled()
    await context.jobs.settled()
  }
  return {
    context,
    people,
    ask,
    mailServer,
    settled,
    mailing,
    goTo: async (at: Instant) => {
      await settled()
      await timers.goTo(at, settled)
      await settled()
    },
    close: async () => {
      await projection.stop()
      await context.jobs.stop()
      await mailing.stop()
      await mailServer.close()
      await ground.close()
    },
  }
}
