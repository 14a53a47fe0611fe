import * as contract from '@rondo/shared/circle/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

export const circleRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.listCircles, ({ actor }) => queries.listCircles(context, actor))
  route(app, contract.createCircle, ({ actor, body }) => commands.createCircle(context, actor, body))
  route(app, contract.readCircle, ({ actor, params }) => queries.readCircle(context, actor, params.circleId))
  route(app, contract.changeCircle, ({ actor, params, body }) =>
    commands.changeCircle(context, actor, params.circleId, body),
  )
  route(app, contract.joinCircle, ({ actor, params }) => commands.joinCircle(context, actor, params.circleId))
  route(app, contract.seatMember, ({ actor, params, body }) =>
    commands.seatMember(context, actor, params.circleId, body.memberId),
  )
  route(app, contract.unseatMember, ({ actor, params }) =>
    commands.unseatMember(context, actor, params.circleId, params.memberId),
  )
}
