import { createHash } from 'node:crypto'
import * as contract from '@rondo/shared/feed/contract.ts'
import { refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context as HonoContext } from 'hono'
import { hashSecret } from '../account/index.ts'
import type { HttpApp, HttpEnv } from '../platform/http/http-app.ts'
import { Pace } from '../platform/http/pace.ts'
import { problem } from '../platform/http/problem.ts'
import { route } from '../platform/http/route.ts'
import { endFeed, type FeedContext, listFeeds, renewFeed } from './commands.ts'
import { type FeedKind, readFeed } from './queries.ts'

/** A secret as we make them; anything else is not looked up. */
const FILE = /^([\w-]{43})\.ics$/

const ABSENT = refuse(
  'not-found',
  'There is no such calendar. If its link was renewed, use the new one.',
).refusal

/** Calendar services ask for many people from one address: only what opens nothing counts there. */
const MISSES_A_MINUTE = 30
const READS_A_MINUTE = 20

export const feedRoutes = (app: HttpApp, context: FeedContext): void => {
  route(app, contract.listFeeds, ({ actor }) => listFeeds(context, actor))
  route(app, contract.renewFeed, ({ actor, body }) => renewFeed(context, actor, body.circleId))
  route(app, contract.endFeed, ({ actor, body }) => endFeed(context, actor, body.circleId))
  const misses = new Pace(context.clock, MISSES_A_MINUTE)
  const reads = new Pace(context.clock, READS_A_MINUTE)
  for (const kind of ['circle', 'member'] as const)
    app.get(`/feed/${kind}/:file`, async (c) => {
      c.set('pathTemplate', `/feed/${kind}/:file`)
      return answer(c, context, kind, { misses, reads })
    })
}

/** Without a session: the secret in the address is all that a calendar can bring. It is in no log. */
const answer = async (
  c: HonoContext<HttpEnv>,
  context: FeedContext,
  kind: FeedKind,
  { misses, reads }: { misses: Pace; reads: Pace },
): Promise<Response> => {
  const address = c.get('address')
  const secret = FILE.exec(c.req.param('file') ?? '')?.[1]
  const key = secret === undefined ? '' : hashSecret(secret)
  const wait = Math.max(misses.wait(address), reads.wait(key))
  if (wait > 0) return problem(c, tooMany(wait))
  const text = secret === undefined ? null : await readFeed(context, kind, secret)
  if (text === null) {
    misses.count(address)
    return problem(c, ABSENT)
  }
  reads.count(key)
  return calendar(c, text)
}

const tooMany = (retryAfter: number) =>
  refuse('too-many', 'This calendar is asked for too often. Wait a moment.', { retryAfter }).refusal

const calendar = (c: HonoContext<HttpEnv>, text: string): Response => {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304)
  return c.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="rondo.ics"',
  })
}
