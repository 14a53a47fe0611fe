import * as contract from '@rondo/shared/page/contract.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import type { DocumentContext } from './documents.ts'
import * as queries from './queries.ts'
import { repairDocument } from './repair.ts'

export const pageRoutes = (app: HttpApp, context: DocumentContext): void => {
  route(app, contract.listPages, ({ actor, query }) => queries.listPages(context, actor, query))
  route(app, contract.readTitles, ({ actor, body }) => queries.readTitles(context, actor, body.ids))
  route(app, contract.createPage, ({ actor, body }) => commands.createPage(context, actor, body))
  route(app, contract.readPage, ({ actor, params }) => queries.readPage(context, actor, params.pageId))
  route(app, contract.renamePage, ({ actor, params, body }) =>
    commands.renamePage(context, actor, params.pageId, body),
  )
  route(app, contract.repairDocument, ({ actor, params }) =>
    repairDocument(context, actor, params.documentId),
  )
}
