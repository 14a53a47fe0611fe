import * as contract from '@rondo/shared/account/contract.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { problem } from '../platform/http/problem.ts'
import { openRoute, route } from '../platform/http/route.ts'
import type { AccountContext } from './account-context.ts'
import * as accounts from './accounts.ts'
import { readCookie } from './cookie.ts'
import { enter, hand } from './enter.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { setUpDemo, setUpWorkspace } from './set-up.ts'
import { changePassword, signIn } from './sign-in.ts'

export const accountRoutes = (app: HttpApp, context: AccountContext): void => {
  refuseDoubleCookies(app, context)
  sessionRoutes(app, context)
  invitationRoutes(app, context)
  route(app, contract.changeAccount, ({ actor, body }) => accounts.changeAccount(context, actor, body))
  route(app, contract.changePassword, async ({ actor, body, c }) => {
    const changed = await changePassword(context, c.get('address'), actor, body)
    if (changed.ok) hand(c, await context.sessions.start(actor.memberId))
    return changed
  })
  route(app, contract.listMembers, () => accounts.listMembers(context.db.read))
  route(app, contract.readMember, ({ params }) => accounts.readMember(context.db.read, params.memberId))
}

const sessionRoutes = (app: HttpApp, context: AccountContext): void => {
  openRoute(app, contract.readSession, ({ actor, c }) =>
    accounts.readSession(context, actor, c.req.header('cookie')),
  )
  openRoute(app, contract.setUp, async ({ c, body }) =>
    enter(c, context, await setUpWorkspace(context, c.get('address'), body)),
  )
  openRoute(app, contract.setUpDemo, async ({ c, body }) =>
    enter(c, context, await setUpDemo(context, c.get('address'), body)),
  )
  openRoute(app, contract.signIn, async ({ c, body }) =>
    enter(c, context, await signIn(context, c.get('address'), body)),
  )
  route(app, contract.signOut, async ({ actor, c }) => {
    await context.sessions.end(actor)
    hand(c, context.sessions.blankCookie)
    return accept(null)
  })
  route(app, contract.signOutEverywhere, async ({ actor, c }) => {
    await context.sessions.endAll(actor.memberId)
    hand(c, context.sessions.blankCookie)
    return accept(null)
  })
}

/** Two session cookies mean that somebody planted one, e.g. from a neighbouring host name: neither is believed. */
const refuseDoubleCookies = (app: HttpApp, { sessions }: AccountContext): void => {
  app.use('/api/*', async (c, next) => {
    if (readCookie(c.req.header('cookie'), sessions.cookieName).kind !== 'many') return next()
    return problem(
      c,
      refuse('invalid', 'Two session cookies arrived. Clear the cookies of this site.').refusal,
    )
  })
}
