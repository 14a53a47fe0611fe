import * as contract from '@rondo/shared/version/contract.ts'
import type { ImageContext } from '../image/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './commands.ts'
import { eraseHistory, type Forgetful } from './erase.ts'
import * as queries from './queries.ts'
import { Turns } from './turns.ts'

export const versionRoutes = (
  app: HttpApp,
  context: ImageContext & { readonly documents: Forgetful },
): void => {
  const turns = new Turns()
  route(app, contract.listVersions, ({ actor, params }) =>
    queries.listVersions(context, actor, params.pageId),
  )
  route(app, contract.keepVersion, ({ actor, params, body }) =>
    commands.keepVersion(context, actor, params.pageId, body.name),
  )
  route(app, contract.readVersion, ({ actor, params }) =>
    queries.readVersion(context, actor, params.pageId, params.versionId),
  )
  route(app, contract.nameVersion, ({ actor, params, body }) =>
    commands.nameVersion(context, actor, params.pageId, params.versionId, body),
  )
  route(app, contract.compareVersions, ({ actor, params, query }) =>
    turns.take(actor.memberId, () => queries.compareVersions(context, actor, params.pageId, query)),
  )
  route(app, contract.restoreVersion, ({ actor, params }) =>
    turns.take(actor.memberId, () =>
      commands.restoreVersion(context, actor, params.pageId, params.versionId),
    ),
  )
  route(app, contract.eraseHistory, ({ actor, params, body }) =>
    eraseHistory(context, actor, params.pageId, body.title),
  )
}
