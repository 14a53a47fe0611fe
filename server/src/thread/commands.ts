import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, MemberId, PostId, ThreadId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { mentionsIn, type Post, type Thread } from '@rondo/shared/thread/model.ts'
import { mayHear, namesOf, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { ABSENT, threadFor } from './queries.ts'
import {
  countPost,
  findThread,
  insertPost,
  insertThread,
  isPostOf,
  moveRead,
  type ThreadRow,
} from './store.ts'

export const openThread = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  { title, body }: { title: string; body: string },
): Promise<Result<Thread>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'post', circleId)
    if (!permitted.ok) return permitted
    return threadFor(tx, actor, await beginThread(context, tx, actor.memberId, circleId, { title, body }))
  })

/** Writes down a new thread with its first post. Whoever calls it has asked `may`. */
export const beginThread = async (
  context: Context,
  tx: Tx,
  by: MemberId,
  circleId: CircleId,
  { title, body }: { title: string; body: string },
): Promise<ThreadId> => {
  const at = context.clock.now()
  const id = context.ids.next<'thread'>()
  const opened = { id, circleId, title, openedBy: by, openedAt: at }
  const row: ThreadRow = { ...opened, lastPostBy: by, lastPostAt: at, posts: 0 }
  await insertThread(tx, row)
  await context.journal.append(tx, [
    { name: 'thread.opened', payload: { circleId, threadId: id }, audience: { circleId }, by },
  ])
  await write(context, tx, row, { by, body })
  return id
}

export const addPost = (
  context: Context,
  actor: Actor,
  threadId: ThreadId,
  { body, replyTo }: { body: string; replyTo?: PostId | undefined },
): Promise<Result<Post>> =>
  transact(context.db, async (tx) => {
    const thread = await findThread(tx, threadId)
    if (thread === undefined) return { ok: false, refusal: ABSENT }
    const permitted = await permit(tx, actor, 'post', thread.circleId, ABSENT)
    if (!permitted.ok) return permitted
    if (replyTo !== undefined && !(await isPostOf(tx, threadId, replyTo))) {
      const errors = [{ field: 'replyTo', detail: 'is not a post of this thread' }]
      return refuse('invalid', 'There is no such post to answer.', { errors })
    }
    return accept(await write(context, tx, thread, { by: actor.memberId, body, replyTo }))
  })

const write = async (
  { ids, clock, journal }: Context,
  tx: Tx,
  { id: threadId, circleId }: ThreadRow,
  { by, body, replyTo = null }: { by: MemberId; body: string; replyTo?: PostId | null | undefined },
): Promise<Post> => {
  const at = clock.now()
  const seq = await countPost(tx, threadId, by, at)
  const post: Post = { id: ids.next<'post'>(), threadId, seq, by, at, body, replyTo }
  await insertPost(tx, post, await mentioned(tx, circleId, post))
  const payload = { circleId, threadId, postId: post.id, seq, by }
  await journal.append(tx, [{ name: 'thread.posted', payload, audience: { circleId }, by }])
  return post
}

/** Who is mentioned, as far as they exist, may read it, and are not talking to themselves. */
const mentioned = async (tx: Tx, circleId: CircleId, { by, body }: Post): Promise<MemberId[]> => {
  const named = (mentionsIn(body) as MemberId[]).filter((memberId) => memberId !== by)
  const members = [...(await namesOf(tx, named)).keys()]
  const hearing = await Promise.all(members.map((memberId) => mayHear(tx, memberId, circleId)))
  return members.filter((_, index) => hearing[index])
}

/** It never goes back, and never past the last post. */
export const markRead = (
  context: Context,
  actor: Actor,
  threadId: ThreadId,
  upTo: number,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const thread = await findThread(tx, threadId)
    if (thread === undefined) return { ok: false, refusal: ABSENT }
    const permitted = await permit(tx, actor, 'read', thread.circleId, ABSENT)
    if (!permitted.ok) return permitted
    const reached = Math.min(upTo, thread.posts)
    if (reached > 0 && (await moveRead(tx, threadId, actor.memberId, reached))) {
      const payload = { threadId, upTo: reached }
      const audience = { members: [actor.memberId] }
      await context.journal.append(tx, [{ name: 'thread.read', payload, audience, by: actor.memberId }])
    }
    return accept(null)
  })
