import * as contract from '@rondo/shared/meeting/pace-contract.ts'
import type { DocumentContext } from '../../page/index.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { route } from '../../platform/http/route.ts'
import { command } from '../commands.ts'

/** The course of a meeting: its times, its order, what its segments are, and what is voted on. */
export const paceRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.extendSegment, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'extend', ...body }),
  )
  route(app, contract.pauseMeeting, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'pause', ...body }),
  )
  route(app, contract.moveSegment, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'move-segment', ...body }),
  )
  route(app, contract.setPart, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'set-part', ...body }),
  )
  route(app, contract.castVote, ({ actor, params, body }) =>
    command(context, actor, params.meetingId, { type: 'vote', ...body }),
  )
}
