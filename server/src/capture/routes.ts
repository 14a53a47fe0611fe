import * as contract from '@rondo/shared/capture/contract.ts'
import type { DocumentContext } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { dateCapture, dropCapture, tickCapture } from './commands.ts'
import { listCaptures } from './queries.ts'

/** "From last time" is asked of a meeting, which is a higher room: it answers that contract. */
export const captureRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.listCaptures, ({ actor, query }) => listCaptures(context, actor, query))
  route(app, contract.tickCapture, ({ actor, params, body }) =>
    tickCapture(context, actor, params.captureId, body.done),
  )
  route(app, contract.dropCapture, ({ actor, params, body }) =>
    dropCapture(context, actor, params.captureId, body),
  )
  route(app, contract.dateCapture, ({ actor, params, body }) =>
    dateCapture(context, actor, params.captureId, body),
  )
}
