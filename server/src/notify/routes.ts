import * as contract from '@rondo/shared/notify/contract.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { openRoute, route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import { inviteToSpeak } from './invite.ts'
import type { NotifyContext } from './notify-context.ts'
import * as queries from './queries.ts'

export const notifyRoutes = (app: HttpApp, context: NotifyContext): void => {
  route(app, contract.listNotifications, ({ actor }) => queries.listNotifications(context, actor))
  route(app, contract.readNotifications, ({ actor, body }) =>
    commands.readNotifications(context, actor, body.ids),
  )
  route(app, contract.inviteToSpeak, ({ actor, params, body }) =>
    inviteToSpeak(context, actor, params.meetingId, body),
  )
  route(app, contract.listChoices, ({ actor }) => queries.listChoices(context, actor))
  route(app, contract.choose, ({ actor, body }) => commands.choose(context, actor, body))
  openRoute(app, contract.readSubscription, ({ body }) => commands.readSubscription(context, body.token))
  openRoute(app, contract.unsubscribe, ({ body }) => commands.unsubscribe(context, body.token))
}
