import * as contract from '@rondo/shared/guest/contract.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { DocumentContext } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { Pace } from '../platform/http/pace.ts'
import { openRoute, roomRoute, route } from '../platform/http/route.ts'
import { enter, leave } from './enter.ts'
import { type GuestContext, makeLink, revokeLink } from './link-commands.ts'
import { listGuests, listLinks, listPeople, readLink } from './queries.ts'
import type { GuestSessions } from './sessions.ts'

/** A whole room may sit behind one address: what opens nothing counts apart from who comes in. */
const PER_MINUTE = { misses: 30, entries: 60, links: 20 } as const

export const guestRoutes = (
  app: HttpApp,
  context: GuestContext & DocumentContext,
  sessions: GuestSessions,
): void => {
  const links = new Pace(context.clock, PER_MINUTE.links)
  route(app, contract.makeGuestLink, ({ actor, params }) =>
    paced(links, actor.memberId, () => makeLink(context, actor, params.meetingId)),
  )
  route(app, contract.listGuestLinks, ({ actor, params }) => listLinks(context, actor, params.meetingId))
  route(app, contract.revokeGuestLink, ({ actor, params }) =>
    revokeLink(context, actor, params.meetingId, params.guestLinkId),
  )
  route(app, contract.listGuests, ({ actor }) => listGuests(context, actor))
  roomRoute(app, contract.listPeopleInMeeting, ({ actor, params }) =>
    listPeople(context, actor, params.meetingId),
  )
  doorRoutes(app, context, sessions)
}

/** What whoever has a link asks. The secret comes in the body and is in no log. */
const doorRoutes = (app: HttpApp, context: GuestContext, sessions: GuestSessions): void => {
  const misses = new Pace(context.clock, PER_MINUTE.misses)
  const entries = new Pace(context.clock, PER_MINUTE.entries)
  openRoute(app, contract.readGuestLink, ({ body, c }) =>
    guessing(misses, c.get('address'), () => readLink(context, body.token)),
  )
  openRoute(app, contract.enterAsGuest, ({ actor, body, c }) => {
    if (actor !== null) return SIGNED_IN
    const address = c.get('address')
    return paced(entries, address, () =>
      guessing(misses, address, async () => {
        const entered = await enter(context, sessions, body, c.req.header('cookie'))
        if (!entered.ok) return entered
        if (entered.value.cookie !== null) c.header('Set-Cookie', entered.value.cookie)
        return accept(entered.value.stay)
      }),
    )
  })
  openRoute(app, contract.leaveAsGuest, async ({ c }) => {
    const left = await leave(context, sessions, c.req.header('cookie'))
    c.header('Set-Cookie', sessions.blankCookie)
    return left
  })
}

const SIGNED_IN = refuse('conflict', 'You are signed in: go to the meeting as yourself.', {
  reason: 'guest.signed-in',
})

const tooMany = (retryAfter: number) =>
  refuse('too-many', 'That was a lot at once. Wait a moment, then try again.', { retryAfter })

const paced = async <T>(pace: Pace, key: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  const wait = pace.wait(key)
  if (wait > 0) return tooMany(wait)
  pace.count(key)
  return work()
}

/** Only what opens nothing counts. */
const guessing = async <T>(
  misses: Pace,
  address: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const wait = misses.wait(address)
  if (wait > 0) return tooMany(wait)
  const answer = await work()
  if (!answer.ok && answer.refusal.code === 'gone') misses.count(address)
  return answer
}
