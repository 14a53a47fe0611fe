import * as contract from '@rondo/shared/ritual/contract.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { changeRitual } from './commands.ts'
import { listRituals } from './queries.ts'
import type { RitualContext } from './ritual-context.ts'

export const ritualRoutes = (app: HttpApp, context: RitualContext): void => {
  route(app, contract.listRituals, ({ actor, params }) => listRituals(context, actor, params.circleId))
  route(app, contract.changeRitual, ({ actor, params, body }) =>
    changeRitual(context, actor, params.circleId, params.name, body),
  )
}
