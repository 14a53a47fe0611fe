import * as contract from '@rondo/shared/format/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import { listFormats } from './queries.ts'

export const formatRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.listFormats, ({ actor, params }) => listFormats(context, actor, params.circleId))
  route(app, contract.saveFormat, ({ actor, params, body }) =>
    commands.saveFormat(context, actor, params.circleId, body),
  )
  route(app, contract.changeFormat, ({ actor, params, body }) =>
    commands.changeFormat(context, actor, params.circleId, params.formatId, body),
  )
  route(app, contract.removeFormat, ({ actor, params, body }) =>
    commands.removeFormat(context, actor, params.circleId, params.formatId, body.from),
  )
}
