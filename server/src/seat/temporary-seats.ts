import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/seat/contract.ts'
import { captureProjection } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { Mailing, notifyHandlers, notifyRoutes, reminderProjection } from '../notify/index.ts'
import { pageRoutes } from '../page/index.ts'
import { memoryFiles } from '../platform/files/memory-files.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { handTimers } from '../platform/jobs/hand-timers.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotaProjection, rotationRoutes } from '../rotation/index.ts'
import { versionRoutes } from '../version/index.ts'
import { seatProjection } from './projection.ts'
import { seatRoutes } from './routes.ts'
import type { SeatContext } from './seat-context.ts'
import { seatHandlers } from './seat-handlers.ts'

/** For tests: a circle of Ada, its host, Ben and Eve, with Zoe outside; meetings, jobs, and time moved by hand. */
export const temporarySeats = async () => {
  const ground = await temporaryContext()
  const timers = handTimers(ground.clock.now())
  const documents = { ...temporaryDocuments(), erase: async () => undefined }
  const jobs = () => runJobs(databaseJobs(ground.db), { timers, log: ground.log, longestWait: 400 * DAY })
  let running: SeatContext['jobs'] = jobs()
  const files = memoryFiles(() => timers.now())
  const context: SeatContext & { documents: typeof documents; files: typeof files } = {
    ...ground,
    clock: timers,
    documents,
    files,
    get jobs() {
      return running
    },
    post: null,
    publicUrl: 'http://localhost:3000',
  }
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve', 'Zoe', 'Fay', 'Gus', 'Hal'])
  const [ada, ben, eve, zoe] = people as [Principal, Principal, Principal, Principal]
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    meetingRoutes(app, context)
    pageRoutes(app, context)
    rotationRoutes(app, context, rotaMeetings)
    notifyRoutes(app, context)
    versionRoutes(app, context)
    seatRoutes(app, context)
  })
  const followers = [
    rotaProjection(context, rotaMeetings),
    reminderProjection(context),
    seatProjection(context),
  ].map((projection) => runJournalProjection(context, projection))
  const mailing = new Mailing(context)
  const handlers = () => ({ ...notifyHandlers(context, mailing), ...seatHandlers(context) })
  running.start(handlers())
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      for (const follower of followers) await follower.settled()
      await running.settled()
    }
  }
  const goTo = async (at: Instant): Promise<void> => {
    await settled()
    await timers.goTo(at, settled)
    await settled()
  }
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  const circleId: string = granted(await ask(ada, createCircle, { body })).id
  for (const who of [ben, eve]) {
    await goTo(timers.now() + MINUTE)
    granted(await ask(who, joinCircle, { params: { circleId } }))
  }
  const { segments } = formatIn('en', 'brown-bag')
  const schedule = async (inDays = 1) => {
    const startsAt = timers.now() + inDays * DAY
    const plan = { title: 'Brown-bag', format: 'brown-bag', startsAt, segments, facilitatorId: ada.memberId }
    return granted(await ask(ada, meeting.scheduleMeeting, { params: { circleId }, body: plan }))
  }
  const paramsOf = (id: MeetingId) => ({ params: { meetingId: id } })
  const seatOf = async (who: Principal, id: MeetingId) =>
    granted(await ask(who, contract.readSeat, paramsOf(id)))
  const answer = async (
    who: Principal,
    id: MeetingId,
    index: number,
    text: string,
    from: number | null = null,
  ) => {
    const segmentId = (await seatOf(who, id)).prompts[index]?.segmentId
    return ask(who, contract.giveAnswer, { ...paramsOf(id), body: { segmentId, text, from } })
  }
  return {
    context,
    timers,
    people,
    ada,
    ben,
    eve,
    zoe,
    ask,
    circleId,
    schedule,
    paramsOf,
    seatOf,
    answer,
    settled,
    goTo,
    begin: (id: MeetingId) => ask(ada, meeting.startMeeting, paramsOf(id)),
    wrap: (id: MeetingId) => ask(ada, meeting.wrapMeeting, { ...paramsOf(id), body: { noNextStep: true } }),
    handlers,
    /** The server ends without a word; another one starts at `at`. */
    sleepUntil: async (at: Instant) => {
      await running.stop()
      await timers.goTo(at)
      running = jobs()
      running.start(handlers())
      await settled()
    },
    caught: (documentId: string) =>
      projectDocument(context, documents, captureProjection(context), documentId as never),
    close: async () => {
      for (const follower of followers) await follower.stop()
      await running.stop()
      await ground.close()
    },
  }
}
