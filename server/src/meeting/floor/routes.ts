import * as contract from '@rondo/shared/meeting/floor-contract.ts'
import type { DocumentContext } from '../../page/index.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { roomRoute, route } from '../../platform/http/route.ts'
import { command } from '../commands.ts'
import * as queries from './queries.ts'

/** Who has the word: hands, rounds, and who may lead as well. */
export const floorRoutes = (app: HttpApp, context: DocumentContext): void => {
  roomRoute(app, contract.raiseHand, ({ actor, params }) =>
    command(context, actor, params.meetingId, { type: 'raise-hand' }),
  )
  roomRoute(app, contract.lowerHand, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'lower-hand', ...body }),
  )
  roomRoute(app, contract.giveWord, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'give-word', ...body }),
  )
  route(app, contract.openRound, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'open-round', ...body }),
  )
  roomRoute(app, contract.passTurn, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'pass-turn', ...body }),
  )
  route(app, contract.closeRound, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'close-round', ...body }),
  )
  route(app, contract.nameCoFacilitator, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'name-co-facilitator', ...body }),
  )
  route(app, contract.readFloor, ({ actor, params }) => queries.readFloor(context, actor, params.meetingId))
  route(app, contract.suggestQuiet, ({ actor, params, query }) =>
    queries.suggestQuiet(context, actor, params.meetingId, query.without),
  )
}
