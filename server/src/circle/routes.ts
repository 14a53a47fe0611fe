import * as contract from '@rondo/shared/circle/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { agreementRoutes } from './agreement-routes.ts'
import * as commands from './commands.ts'
import { courseRoutes } from './course-routes.ts'
import { makeHost, stepDown } from './host-commands.ts'
import { type CircleNeighbours, noNeighbours } from './neighbours.ts'
import * as queries from './queries.ts'
import { joinCircle, seatMember, unseatMember } from './seat-commands.ts'
import { splitCircle } from './split-command.ts'
import { moveCircle } from './status-commands.ts'
import { stopWaiting, waitForSeat } from './waiting-commands.ts'

export const circleRoutes = (
  app: HttpApp,
  context: Context,
  neighbours: CircleNeighbours = noNeighbours,
): void => {
  route(app, contract.listCircles, ({ actor }) => queries.listCircles(context, actor))
  route(app, contract.createCircle, ({ actor, body }) => commands.createCircle(context, actor, body))
  route(app, contract.readCircle, ({ actor, params }) => queries.readCircle(context, actor, params.circleId))
  route(app, contract.changeCircle, ({ actor, params, body }) =>
    commands.changeCircle(context, neighbours, actor, params.circleId, body),
  )
  route(app, contract.moveCircle, ({ actor, params, body }) =>
    moveCircle(context, neighbours, actor, params.circleId, body),
  )
  seatRoutes(app, context)
  agreementRoutes(app, context)
  courseRoutes(app, context, neighbours)
}

const seatRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.joinCircle, ({ actor, params }) => joinCircle(context, actor, params.circleId))
  route(app, contract.seatMember, ({ actor, params, body: { memberId, beyondLimit } }) =>
    seatMember(context, actor, params.circleId, memberId, { beyondLimit }),
  )
  route(app, contract.unseatMember, ({ actor, params }) =>
    unseatMember(context, actor, params.circleId, params.memberId),
  )
  route(app, contract.makeHost, ({ actor, params, body }) =>
    makeHost(context, actor, params.circleId, body.memberId),
  )
  route(app, contract.stepDown, ({ actor, params }) => stepDown(context, actor, params.circleId))
  route(app, contract.waitForSeat, ({ actor, params }) => waitForSeat(context, actor, params.circleId))
  route(app, contract.stopWaiting, ({ actor, params }) =>
    stopWaiting(context, actor, params.circleId, params.memberId),
  )
  route(app, contract.splitCircle, ({ actor, params, body }) =>
    splitCircle(context, actor, params.circleId, body),
  )
}
