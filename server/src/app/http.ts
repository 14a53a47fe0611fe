import { fileURLToPath } from 'node:url'
import type { Refusal } from '@rondo/shared/kernel/refusal.ts'
import { accountRoutes } from '../account/index.ts'
import { cadenceRoutes } from '../cadence/index.ts'
import { captureRoutes } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { feedRoutes } from '../feed/index.ts'
import { followUpRoutes } from '../follow-up/index.ts'
import { formatRoutes } from '../format/index.ts'
import { guestRoutes } from '../guest/index.ts'
import { hoursRoutes } from '../hours/index.ts'
import { imageRoutes } from '../image/index.ts'
import { markdownRoutes } from '../markdown/index.ts'
import { mediaRoutes } from '../media/index.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { notifyRoutes } from '../notify/index.ts'
import { pageRoutes } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import { clientFiles } from '../platform/http/client-files.ts'
import { healthRoutes, NotReady } from '../platform/http/health.ts'
import { createHttpApp, type HttpApp } from '../platform/http/http-app.ts'
import { oneAddress } from '../platform/http/one-address.ts'
import { problem } from '../platform/http/problem.ts'
import { recordingReceiver, recordingRoutes } from '../recording/index.ts'
import { ritualRoutes } from '../ritual/index.ts'
import { rotationRoutes } from '../rotation/index.ts'
import { seatRoutes } from '../seat/index.ts'
import { threadRoutes } from '../thread/index.ts'
import { versionRoutes } from '../version/index.ts'
import type { Assembly } from './assemble.ts'
import { circleNeighbours } from './circle-neighbours.ts'
import type { Config } from './config.ts'

const CLIENT = fileURLToPath(new URL('../../../client/dist', import.meta.url))
const RESTARTING: Refusal = {
  code: 'unavailable',
  detail: 'The server is about to restart. Nothing was changed; try again in a moment.',
}
const NO_DOCUMENT = '00000000-0000-4000-8000-000000000000'

/** Every address that is not a socket. */
export const httpApp = (
  config: Config,
  { context, documentLog, guestSessions, sync }: Assembly,
  isDraining: () => boolean,
): HttpApp => {
  const app = createHttpApp({
    log: context.log,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    identify: (request) => context.sessions.read(request.headers.get('cookie') ?? undefined),
    identifyGuest: (request) => guestSessions.read(request.headers.get('cookie') ?? undefined),
  })
  healthRoutes(app, {
    isDraining,
    checks: {
      database: () =>
        transact(context.db, async (tx) => tx.deleteFrom('workspace').where('id', '=', -1).execute()),
      documents: async () => {
        const trouble = sync.trouble()
        if (trouble !== null) throw new NotReady(`storage is ${trouble}`)
        await documentLog.exists(NO_DOCUMENT)
      },
    },
  })
  app.use('/api/*', async (c, next) => (isDraining() ? problem(c, RESTARTING) : next()))
  accountRoutes(app, context)
  circleRoutes(app, context, circleNeighbours(context))
  hoursRoutes(app, context)
  formatRoutes(app, context)
  rotationRoutes(app, context, rotaMeetings)
  pageRoutes(app, context)
  captureRoutes(app, context)
  imageRoutes(app, context)
  versionRoutes(app, context)
  mediaRoutes(app, context, { recording: recordingReceiver(context) })
  threadRoutes(app, context)
  meetingRoutes(app, context)
  markdownRoutes(app, context)
  guestRoutes(app, context, guestSessions)
  recordingRoutes(app, context)
  cadenceRoutes(app, context)
  feedRoutes(app, context)
  notifyRoutes(app, context)
  followUpRoutes(app, context)
  ritualRoutes(app, context)
  seatRoutes(app, context)
  // Behind a proxy the Host header may be the proxy's own, so only a server without one sends browsers on.
  if (new URL(config.publicUrl).hostname === 'localhost') app.use(oneAddress(config.publicUrl))
  clientFiles(app, CLIENT)
  return app
}
