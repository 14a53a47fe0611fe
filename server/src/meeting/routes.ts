import * as carrying from '@rondo/shared/capture/contract.ts'
import * as contract from '@rondo/shared/meeting/contract.ts'
import type { DocumentContext } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { roomRoute, route } from '../platform/http/route.ts'
import { listCarriedOver, settleUndiscussed } from './carry-over.ts'
import * as commands from './commands.ts'
import { floorRoutes } from './floor/routes.ts'
import { paceRoutes } from './pace/routes.ts'
import * as queries from './queries.ts'
import { scheduleMeeting } from './scheduling.ts'

export const meetingRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.listMeetings, ({ actor, params }) =>
    queries.listMeetings(context, actor, params.circleId),
  )
  route(app, contract.listMyMeetings, ({ actor }) => queries.listMyMeetings(context, actor))
  roomRoute(app, contract.readMeeting, ({ actor, params }) =>
    queries.readMeeting(context, actor, params.meetingId),
  )
  route(app, carrying.listCarriedOver, ({ actor, params }) =>
    listCarriedOver(context, actor, params.meetingId),
  )
  route(app, carrying.settleUndiscussed, ({ actor, params, body }) =>
    settleUndiscussed(context, actor, params, body.how),
  )
  route(app, contract.scheduleMeeting, ({ actor, params, body }) =>
    scheduleMeeting(context, actor, params.circleId, body),
  )
  route(app, contract.changeMeeting, ({ actor, params, body }) =>
    commands.changeMeeting(context, actor, params.meetingId, body),
  )
  route(app, contract.answerRsvp, ({ actor, params, body }) =>
    commands.answerRsvp(context, actor, params.meetingId, body.answer),
  )
  logRoutes(app, context)
  floorRoutes(app, context)
  paceRoutes(app, context)
}

/** The commands that write in the meeting's log. */
const logRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.startMeeting, ({ actor, params }) =>
    commands.command(context, actor, params.meetingId, { type: 'start' }),
  )
  roomRoute(app, contract.joinMeeting, ({ actor, params }) =>
    commands.command(context, actor, params.meetingId, { type: 'join' }),
  )
  route(app, contract.enterSegment, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'enter-segment', ...body }),
  )
  route(app, contract.handOverRole, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'hand-over', ...body }),
  )
  route(app, contract.matchPeople, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'match', ...body }),
  )
  route(app, contract.setStudy, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'set-study', ...body }),
  )
  route(app, contract.takeLane, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'take-lane', ...body }),
  )
  route(app, contract.wrapMeeting, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'wrap', ...body }),
  )
  route(app, contract.setWindow, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'set-window', ...body }),
  )
  route(app, contract.cancelMeeting, ({ actor, params, body }) =>
    commands.command(context, actor, params.meetingId, { type: 'cancel', ...body }),
  )
}
