import * as contract from '@rondo/shared/rotation/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { readRotation, type UpcomingMeetings } from './queries.ts'

export const rotationRoutes = (app: HttpApp, context: Context, upcoming: UpcomingMeetings): void => {
  route(app, contract.readRotation, ({ actor, params }) =>
    readRotation(context, upcoming, actor, params.circleId),
  )
}
