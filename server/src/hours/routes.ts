import * as contract from '@rondo/shared/hours/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { changeOwnHours } from './commands.ts'
import * as queries from './queries.ts'

export const hoursRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.readOwnHours, ({ actor }) => queries.readOwnHours(context, actor))
  route(app, contract.changeOwnHours, ({ actor, body }) => changeOwnHours(context, actor, body))
  route(app, contract.listHours, ({ actor, params }) => queries.listHours(context, actor, params.circleId))
  route(app, contract.rankSlots, ({ actor, params, query }) =>
    queries.rankSlotsFor(context, actor, params.circleId, query),
  )
  route(app, contract.planSeries, ({ actor, params, query }) =>
    queries.planSeriesFor(context, actor, params.circleId, query),
  )
}
