import * as contract from '@rondo/shared/thread/contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

export const threadRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.listThreads, ({ actor, query }) => queries.listThreads(context, actor, query))
  route(app, contract.openThread, ({ actor, params, body }) =>
    commands.openThread(context, actor, params.circleId, body),
  )
  route(app, contract.readThread, ({ actor, params }) => queries.readThread(context, actor, params.threadId))
  route(app, contract.addPost, ({ actor, params, body }) =>
    commands.addPost(context, actor, params.threadId, body),
  )
  route(app, contract.markRead, ({ actor, params, body }) =>
    commands.markRead(context, actor, params.threadId, body.upTo),
  )
}
