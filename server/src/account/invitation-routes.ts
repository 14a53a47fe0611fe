import * as contract from '@rondo/shared/account/contract.ts'
import { accept } from '@rondo/shared/kernel/refusal.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { openRoute, route } from '../platform/http/route.ts'
import type { AccountContext } from './account-context.ts'
import { enter } from './enter.ts'
import * as invitations from './invitations.ts'

export const invitationRoutes = (app: HttpApp, context: AccountContext): void => {
  route(app, contract.invite, ({ actor, body }) => invitations.invite(context, actor, body.circleId ?? null))
  route(app, contract.listInvitations, ({ actor }) => invitations.listInvitations(context, actor))
  route(app, contract.revokeInvitation, ({ actor, params }) =>
    invitations.revokeInvitation(context, actor, params.invitationId),
  )
  openRoute(app, contract.readInvitation, ({ body }) => invitations.readInvitation(context, body.token))
  openRoute(app, contract.acceptInvitation, async ({ body, c }) => {
    const accepted = await invitations.acceptInvitation(context, body, c.req.header('cookie'))
    if (!accepted.ok) return accepted
    await enter(c, context, accept(accepted.value.account))
    if (body.keepGuest) c.header('Set-Cookie', context.guests.blankCookie, { append: true })
    return accepted
  })
  route(app, contract.joinByInvitation, ({ actor, body }) =>
    invitations.joinByInvitation(context, actor, body.token),
  )
}
