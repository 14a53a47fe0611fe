import * as contract from '@rondo/shared/markdown/contract.ts'
import type { DocumentContext } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import { Turns } from '../version/index.ts'
import { importPage, replacePage } from './commands.ts'
import { exportPage } from './queries.ts'

export const markdownRoutes = (app: HttpApp, context: DocumentContext): void => {
  const turns = new Turns()
  route(app, contract.exportPage, ({ actor, params }) =>
    turns.take(actor.memberId, () => exportPage(context, actor, params.pageId)),
  )
  route(app, contract.importPage, ({ actor, body }) =>
    turns.take(actor.memberId, () => importPage(context, actor, body)),
  )
  route(app, contract.replacePage, ({ actor, params, body }) =>
    turns.take(actor.memberId, () => replacePage(context, actor, params.pageId, body.text)),
  )
}
