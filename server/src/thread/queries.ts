import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId, ThreadId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Thread, ThreadSummary } from '@rondo/shared/thread/model.ts'
import { captureOfThread } from '../capture/index.ts'
import { inReadableCircle, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { circlesOf, postsOf, type ThreadForReader, threadsFor } from './store.ts'

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such thread.' }

export const listThreads = async (
  { db }: Context,
  actor: Actor,
  { circleId }: { circleId?: CircleId | undefined },
): Promise<Result<{ threads: ThreadSummary[] }>> => {
  const own = await circlesOf(db.read, actor.memberId)
  const rows = await threadsFor(db.read, actor.memberId)
    .where('thread.circleId', 'in', circleId ? [circleId] : own)
    .where(inReadableCircle('thread.circleId', actor.memberId))
    .execute()
  return accept({ threads: rows.map((row) => summary(row, own.includes(row.circleId))) })
}

const summary = (row: ThreadForReader, mayPost: boolean): ThreadSummary => {
  const { id, circleId, title, openedBy, openedAt, lastPostBy, lastPostAt, posts, unread, mentionsMe } = row
  return {
    id,
    circleId,
    title,
    openedBy,
    openedAt,
    posts,
    unread,
    mayPost,
    lastPost: { by: lastPostBy, at: lastPostAt },
    mentionsMe: mentionsMe === 1,
  }
}

export const readThread = ({ db }: Context, actor: Actor, id: ThreadId): Promise<Result<Thread>> =>
  threadFor(db.read, actor, id)

/** The thread as the actor sees it; not found when they may not. */
export const threadFor = async (reader: Reader, actor: Actor, id: ThreadId): Promise<Result<Thread>> => {
  const row = await threadsFor(reader, actor.memberId).where('thread.id', '=', id).executeTakeFirst()
  if (row === undefined) return { ok: false, refusal: ABSENT }
  const permitted = await permit(reader, actor, 'read', row.circleId, ABSENT)
  if (!permitted.ok) return permitted
  const mayPost = may(actor, 'post', permitted.value)
  return accept({
    ...summary(row, mayPost),
    readUpTo: row.readUpTo,
    allPosts: await postsOf(reader, id),
    about: (await captureOfThread(reader, id)) ?? null,
  })
}
