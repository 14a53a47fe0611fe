import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { hashSecret, newSecret } from '../account/index.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { transact } from '../platform/db/database.ts'
import { deleteFeed, feedsOf, insertFeed } from './store.ts'

/** What feeds need beside what every room has. */
export interface FeedContext extends Context {
  readonly publicUrl: string
}

export const listFeeds = async ({ db }: Context, { memberId }: Actor) =>
  accept({ feeds: await feedsOf(db.read, memberId) })

/** Makes a link whose secret is told this once; only its hash is kept. The link before it is dead from then on. */
export const renewFeed = (
  context: FeedContext,
  actor: Actor,
  circleId: CircleId | null,
): Promise<Result<{ url: string }>> =>
  transact(context.db, async (tx) => {
    if (circleId !== null) {
      const permitted = await permit(tx, actor, 'read', circleId)
      if (!permitted.ok) return permitted
    }
    const { memberId } = actor
    const secret = newSecret()
    await deleteFeed(tx, memberId, circleId)
    const id = context.ids.next<'feed'>()
    await insertFeed(tx, { id, memberId, circleId, token: hashSecret(secret), madeAt: context.clock.now() })
    const kind = circleId === null ? 'member' : 'circle'
    return accept({ url: `${context.publicUrl}/feed/${kind}/${secret}.ics` })
  })

/** Kills a link. */
export const endFeed = (
  context: Context,
  { memberId }: Actor,
  circleId: CircleId | null,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    if (await deleteFeed(tx, memberId, circleId)) return accept(null)
    return refuse('not-found', 'There is no such calendar link.', { reason: 'feed.none' })
  })
