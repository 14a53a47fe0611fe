import * as contract from '@rondo/shared/cadence/contract.ts'
import type { DocumentContext } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

export const cadenceRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.readCadence, ({ actor, params }) =>
    queries.readCadence(context, actor, params.circleId),
  )
  route(app, contract.setCadence, ({ actor, params, body }) =>
    commands.setCadence(context, actor, params.circleId, body),
  )
  route(app, contract.endCadence, ({ actor, params, body }) =>
    commands.endCadence(context, actor, params.circleId, body.from),
  )
}
