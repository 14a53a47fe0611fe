import type { CircleId, MemberId, PostId, ThreadId } from '@rondo/shared/kernel/id.ts'
import type { Post } from '@rondo/shared/thread/model.ts'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { ThreadTables } from '../platform/db/tables/thread.ts'

export type ThreadRow = ThreadTables['thread']

/** A thread with what the asking member has not read of it. */
export interface ThreadForReader extends ThreadRow {
  readUpTo: number
  unread: number
  mentionsMe: number
}

/** Threads for a reader; narrowed by the caller to what they may read. */
export const threadsFor = (reader: Reader, asking: MemberId) =>
  reader
    .selectFrom('thread')
    .leftJoin('threadRead', (join) =>
      join.onRef('threadRead.threadId', '=', 'thread.id').on('threadRead.memberId', '=', asking),
    )
    .selectAll('thread')
    .select([
      sql<number>`coalesce(thread_read.up_to, 0)`.as('readUpTo'),
      sql<number>`(select count(*) from post where post.thread_id = thread.id
        and post.seq > coalesce(thread_read.up_to, 0) and post.by <> ${asking})`.as('unread'),
      sql<number>`exists (select 1 from post_mention where post_mention.thread_id = thread.id
        and post_mention.member_id = ${asking} and post_mention.seq > coalesce(thread_read.up_to, 0))`.as(
        'mentionsMe',
      ),
    ])
    .orderBy('thread.lastPostAt', 'desc')
    .orderBy('thread.id')

export const findThread = (reader: Reader, id: ThreadId): Promise<ThreadRow | undefined> =>
  reader.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirst()

/** Circles in which a member sits. */
export const circlesOf = async (reader: Reader, memberId: MemberId): Promise<CircleId[]> => {
  const rows = await reader.selectFrom('seat').select('circleId').where('memberId', '=', memberId).execute()
  return rows.map(({ circleId }) => circleId)
}

export const postsOf = (reader: Reader, threadId: ThreadId): Promise<Post[]> =>
  reader.selectFrom('post').selectAll().where('threadId', '=', threadId).orderBy('seq').execute()

export const isPostOf = async (reader: Reader, threadId: ThreadId, postId: PostId): Promise<boolean> => {
  const post = reader.selectFrom('post').select('id').where('id', '=', postId)
  return (await post.where('threadId', '=', threadId).executeTakeFirst()) !== undefined
}

export const insertThread = async (tx: Tx, row: ThreadRow): Promise<void> => {
  await tx.insertInto('thread').values(row).execute()
}

/** Gives out the next number of the thread: two posts at once get two. */
export const countPost = async (tx: Tx, id: ThreadId, by: MemberId, at: number): Promise<number> => {
  const { posts } = await tx
    .updateTable('thread')
    .set((is) => ({ posts: is('posts', '+', 1), lastPostBy: by, lastPostAt: at }))
    .where('id', '=', id)
    .returning('posts')
    .executeTakeFirstOrThrow()
  return posts
}

export const insertPost = async (tx: Tx, post: Post, mentioned: readonly MemberId[]): Promise<void> => {
  const { threadId, seq } = post
  await tx.insertInto('post').values(post).execute()
  if (mentioned.length === 0) return
  const rows = mentioned.map((memberId) => ({ threadId, seq, memberId }))
  await tx.insertInto('postMention').values(rows).execute()
}

/** Answers whether it went forward. */
export const moveRead = async (
  tx: Tx,
  threadId: ThreadId,
  memberId: MemberId,
  upTo: number,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('threadRead')
    .values({ threadId, memberId, upTo })
    .onConflict((conflict) =>
      conflict.columns(['threadId', 'memberId']).doUpdateSet({ upTo }).where('threadRead.upTo', '<', upTo),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
