import { join } from 'node:path'
import { SCHEMA_VERSION } from '@rondo/shared/document/schema.ts'
import { isForGuest } from '@rondo/shared/guest/hears.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { createPasswords, createSessions, findWorkspace, newCode } from '../account/index.ts'
import { followCircles } from '../cadence/index.ts'
import { captureProjection } from '../capture/index.ts'
import { circleDoor, mayHear } from '../circle/index.ts'
import { createGuestSessions, type GuestSessions, guestDoor } from '../guest/index.ts'
import { bytesOfImages, imageProjection, Tidier } from '../image/index.ts'
import type { Context } from '../journal/context.ts'
import { createSqliteJournal } from '../journal/sqlite-journal.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { randomIds } from '../kernel/ids.ts'
import { createLive, type Live } from '../live/live.ts'
import { bytesOfFiles } from '../media/index.ts'
import { asTold, rotaMeetings } from '../meeting/index.ts'
import { smtpPost } from '../notify/index.ts'
import { pageProjection, structureProjection } from '../page/index.ts'
import { openDatabase } from '../platform/db/sqlite.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { createLogger } from '../platform/log/create-logger.ts'
import { runDocumentProjection } from '../projection/document-projection.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { rotaProjection } from '../rotation/index.ts'
import { systemClock as timers } from '../sync/clock.ts'
import { createSync, type DocumentLog, type Sync } from '../sync/index.ts'
import { type Forgetful, Keeper, wrapProjection } from '../version/index.ts'
import { fillDemo } from '../world/index.ts'
import type { Config } from './config.ts'
import { documentAccess } from './document-access.ts'
import { judgeUpdate } from './document-guard.ts'
import { openDocuments } from './documents.ts'
import { createErrands, type ErrandContext, type Errands } from './errands.ts'
import { openFiles } from './files.ts'
import { followRevocations } from './revocations.ts'
import { listenToParent, toldClock } from './told-clock.ts'
import { worldContext } from './world-context.ts'

/** Sockets are asked to come again spread over this time, so that a crowd does not return at once. */
const DRAIN_MS = { loopback: 200, network: 4000 } as const

/** A clock that is told needs no look at whether it was set. */
const STILL = { longestWait: 400 * DAY }

/** Every room, put together, without a network. */
export interface Assembly {
  context: ErrandContext & { documents: Forgetful }
  guestSessions: GuestSessions
  sync: Sync
  live: Live
  /** Keeps versions of pages by itself, once it is started. */
  keeper: Keeper
  /** Reminders, mails and rituals, once they are started. */
  errands: Errands
  /** Lets go of images that nothing needs, once it is started. */
  tidier: Tidier
  documentLog: DocumentLog
  /** Lets sockets go and brings every edit to the disk; questions are still answered. */
  drain: () => Promise<void>
  /** After draining: finishes the projections and closes the databases. */
  close: () => Promise<void>
}

export const assemble = async (config: Config): Promise<Assembly> => {
  const told = config.clock === undefined ? undefined : toldClock(config.clock)
  const ground = await openGround(config, told)
  const { log: documentLog, fanOut } = await openDocuments(config, ground.log)
  const sessions = createSessions(ground, config.publicUrl)
  const guestSessions = createGuestSessions(ground, config.publicUrl)
  const drainMs = config.loopback ? DRAIN_MS.loopback : DRAIN_MS.network
  const sync = createSync({
    access: documentAccess(ground, sessions, guestSessions),
    log: documentLog,
    allowedOrigins: [config.publicUrl],
    trustedProxies: config.trustedProxies,
    validate: config.fault === 'unguarded' ? () => null : judgeUpdate,
    logger: ground.log,
    // Who knows an older one reads on and is told to reload: an editor deletes, for everybody, what it does not know.
    schema: { min: SCHEMA_VERSION, max: SCHEMA_VERSION, minRead: 1 },
    limits: { drainMs, ...config.limits },
    ...(fanOut === undefined ? {} : { fanOut }),
    ...(config.fault === 'ack-before-commit' ? { fault: config.fault } : {}),
  })
  const live = await createLive({
    context: ground,
    publicUrl: config.publicUrl,
    identify: async (cookie) =>
      (await sessions.read(cookie, { use: false })) ?? (await guestSessions.read(cookie)),
    mayHear: (memberId, circleId, action) => mayHear(ground.db.read, memberId, circleId, action),
    asTold: (fact) => asTold(ground.db.read, fact),
    guests: {
      isForGuest: (guest, fact) => isForGuest(fact, guest.meetingId),
      isLetIn: guestSessions.isLetIn,
    },
  })
  const isNew = (await findWorkspace(ground.db.read)) === undefined
  const context: Assembly['context'] = {
    ...ground,
    documents: sync,
    files: await openFiles(config, ground.log),
    quota: {
      together: config.mediaLimits.together,
      taken: async (reader) => (await bytesOfFiles(reader)) + (await bytesOfImages(reader)),
    },
    mostBytes: config.mediaLimits.each,
    sessions,
    passwords: createPasswords(),
    circles: circleDoor(ground),
    guests: guestDoor(ground, guestSessions),
    publicUrl: config.publicUrl,
    jobs: runJobs(databaseJobs(ground.db), { log: ground.log, timers: told ?? timers, ...(told && STILL) }),
    post: config.mail === undefined ? null : smtpPost(config.mail),
    setUpCode: isNew && !config.loopback ? newCode() : null,
    fillDemo: (visitor) => fillDemo(worldContext(context, sync), visitor),
  }
  const isDeaf = config.fault === 'deaf-to-revocations'
  const revocations = isDeaf ? null : await followRevocations(ground, sessions, live, sync)
  const keeper = new Keeper(context, sync, timers)
  const errands = createErrands(context)
  const images = runDocumentProjection(context, sync, imageProjection(context))
  const tidier = new Tidier(context, timers, images.settled)
  const projections = [
    images,
    runDocumentProjection(context, sync, pageProjection(context)),
    runDocumentProjection(context, sync, captureProjection(context)),
    ...(config.fault === 'unguarded'
      ? []
      : [runDocumentProjection(context, sync, structureProjection(context))]),
    runJournalProjection(context, wrapProjection(context, keeper)),
    followCircles(context),
    runJournalProjection(context, rotaProjection(context, rotaMeetings)),
  ]
  if (told !== undefined)
    listenToParent(told, async () => {
      for (const projection of projections) await projection.settled()
      await errands.settled()
    })
  return {
    context,
    guestSessions,
    sync,
    live,
    keeper,
    errands,
    tidier,
    documentLog,
    drain: async () => {
      await revocations?.stop()
      await errands.stop()
      await keeper.stop()
      await tidier.stop()
      await Promise.all([live.drain(drainMs), sync.drain()])
    },
    close: async () => {
      await Promise.all(projections.map((projection) => projection.stop()))
      await ground.db.close()
    },
  }
}

const openGround = async (config: Config, clock: Clock = systemClock): Promise<Context> => {
  const db = await openDatabase({ file: join(config.dataDir, 'rondo.sqlite') })
  return {
    db,
    clock,
    ids: randomIds,
    journal: createSqliteJournal(clock),
    log: createLogger(config.logLevel),
  }
}
