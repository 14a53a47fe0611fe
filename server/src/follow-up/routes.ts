import * as contract from '@rondo/shared/capture/contract.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import type { FollowUpContext } from './follow-up-context.ts'

export const followUpRoutes = (app: HttpApp, context: FollowUpContext): void => {
  route(app, contract.askInThread, ({ actor, params, body }) =>
    commands.askInThread(context, actor, params.captureId, body),
  )
  route(app, contract.growPage, ({ actor, params, body }) =>
    commands.growPage(context, actor, params.captureId, body.title),
  )
  route(app, contract.thankFor, ({ actor, params, body }) =>
    commands.thankFor(context, actor, params.captureId, body.memberId),
  )
}
