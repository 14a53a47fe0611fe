import * as contract from '@rondo/shared/circle/agreement-contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './agreement-commands.ts'
import { readAgreement } from './agreement-queries.ts'

export const agreementRoutes = (app: HttpApp, context: Context): void => {
  route(app, contract.readAgreement, ({ actor, params }) => readAgreement(context, actor, params.circleId))
  route(app, contract.proposeAgreement, ({ actor, params, body }) =>
    commands.proposeAgreement(context, actor, params.circleId, body),
  )
  route(app, contract.editProposal, ({ actor, params, body }) =>
    commands.editProposal(context, actor, params.circleId, body),
  )
  route(app, contract.withdrawProposal, ({ actor, params, body }) =>
    commands.withdrawProposal(context, actor, params.circleId, body),
  )
  route(app, contract.answerProposal, ({ actor, params, body }) =>
    commands.answerProposal(context, actor, params.circleId, body),
  )
  route(app, contract.acceptAgreement, ({ actor, params, body }) =>
    commands.acceptAgreement(context, actor, params.circleId, body.version),
  )
}
