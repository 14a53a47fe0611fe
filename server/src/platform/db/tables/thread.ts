import type { CircleId, MemberId, PostId, ThreadId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface ThreadTables {
  thread: {
    id: ThreadId
    circleId: CircleId
    title: string
    openedBy: MemberId
    openedAt: Instant
    lastPostBy: MemberId
    lastPostAt: Instant
    /** Number of posts, which is the number of the last one. */
    posts: number
  }

  post: {
    id: PostId
    threadId: ThreadId
    seq: number
    by: MemberId
    at: Instant
    body: string
    replyTo: PostId | null
  }

  /** Who is mentioned in a post and could read it when it was written. */
  postMention: { threadId: ThreadId; seq: number; memberId: MemberId }

  /** How far somebody has read a thread. */
  threadRead: { threadId: ThreadId; memberId: MemberId; upTo: number }
}
