import * as contract from '@rondo/shared/rotation/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { commandTurn } from './commands.ts'
import { addAway, removeAway, takeStance } from './member-commands.ts'
import { readRotation } from './queries.ts'
import { addRole, removeRole } from './role-commands.ts'
import type { Meetings } from './rota.ts'
import { answerSwap, offerSwap } from './swap-commands.ts'

export const rotationRoutes = (app: HttpApp, context: Context, meetings: Meetings): void => {
  route(app, contract.readRotation, ({ actor, params, query }) =>
    readRotation(context, meetings, actor, params.circleId, query.meetings),
  )
  turnRoutes(app, context, meetings)
  swapRoutes(app, context, meetings)
  memberRoutes(app, context, meetings)
  route(app, contract.addRole, ({ actor, params, body }) =>
    addRole(context, meetings, actor, params.circleId, body),
  )
  route(app, contract.removeRole, ({ actor, params }) =>
    removeRole(context, meetings, actor, params.circleId, params.role),
  )
}

const turnRoutes = (app: HttpApp, context: Context, meetings: Meetings): void => {
  route(app, contract.acceptTurn, ({ actor, params, body }) =>
    commandTurn(context, meetings, actor, params, { type: 'accept' }, body.seen),
  )
  route(app, contract.declineTurn, ({ actor, params, body }) =>
    commandTurn(context, meetings, actor, params, { type: 'decline' }, body.seen),
  )
  route(app, contract.skipTurn, ({ actor, params, body }) =>
    commandTurn(context, meetings, actor, params, { type: 'skip' }, body.seen),
  )
  route(app, contract.volunteerForTurn, ({ actor, params, body }) =>
    commandTurn(context, meetings, actor, params, { type: 'volunteer' }, body.seen),
  )
  route(app, contract.assignTurn, ({ actor, params, body: { seen, memberId } }) =>
    commandTurn(context, meetings, actor, params, { type: 'assign', memberId }, seen),
  )
  route(app, contract.releaseTurn, ({ actor, params, body }) =>
    commandTurn(context, meetings, actor, params, { type: 'release' }, body.seen),
  )
}

const swapRoutes = (app: HttpApp, context: Context, meetings: Meetings): void => {
  route(app, contract.offerSwap, ({ actor, params, body }) =>
    offerSwap(context, meetings, actor, params.circleId, body),
  )
  route(app, contract.acceptSwap, ({ actor, params, body }) =>
    answerSwap(context, meetings, actor, params, 'accept', body.version),
  )
  route(app, contract.declineSwap, ({ actor, params, body }) =>
    answerSwap(context, meetings, actor, params, 'decline', body.version),
  )
  route(app, contract.withdrawSwap, ({ actor, params, body }) =>
    answerSwap(context, meetings, actor, params, 'withdraw', body.version),
  )
  route(app, contract.undoSwap, ({ actor, params, body }) =>
    answerSwap(context, meetings, actor, params, 'undo', body.version),
  )
}

const memberRoutes = (app: HttpApp, context: Context, meetings: Meetings): void => {
  route(app, contract.addAway, ({ actor, params, body }) =>
    addAway(context, meetings, actor, params.circleId, body),
  )
  route(app, contract.removeAway, ({ actor, params }) =>
    removeAway(context, meetings, actor, params.circleId, params.awayId),
  )
  route(app, contract.sayNotYet, ({ actor, params, body }) =>
    takeStance(context, meetings, actor, params, { kind: 'not-yet', until: body.until }),
  )
  route(app, contract.optOut, ({ actor, params }) =>
    takeStance(context, meetings, actor, params, { kind: 'opted-out', until: null }),
  )
  route(app, contract.optIn, ({ actor, params }) => takeStance(context, meetings, actor, params, null))
}
