import * as contract from '@rondo/shared/seat/contract.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import { readMySeats } from './missed.ts'
import { readSeat } from './queries.ts'
import type { SeatContext } from './seat-context.ts'

export const seatRoutes = (app: HttpApp, context: SeatContext): void => {
  route(app, contract.readSeat, ({ actor, params }) => readSeat(context, actor, params.meetingId))
  route(app, contract.giveAnswer, ({ actor, params, body }) =>
    commands.giveAnswer(context, actor, params.meetingId, body),
  )
  route(app, contract.withdrawAnswer, ({ actor, params, body }) =>
    commands.withdrawAnswer(context, actor, params.meetingId, body),
  )
  route(app, contract.giveWorth, ({ actor, params, body }) =>
    commands.giveWorth(context, actor, params.meetingId, body.mark),
  )
  route(app, contract.readMySeats, ({ actor }) => readMySeats(context, actor))
  route(app, contract.putAwayCatchUp, ({ actor, params }) =>
    commands.putAway(context, actor, params.meetingId),
  )
}
