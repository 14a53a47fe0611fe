import { z } from 'zod'
import { captureId, circleId, meetingId, memberId, pageId, postId, threadId } from '../kernel/id.ts'
import { line, prose } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'

export const threadTitle = line(160)
/** Plain text with line breaks; a mention stands in it as `@[<member id>]`, so that a new name shows everywhere. */
export const postBody = prose(10_000)

export const post = z.strictObject({
  id: postId,
  threadId,
  /** 1, 2, 3 … within the thread. */
  seq: z.int().min(1),
  by: memberId,
  at: instant,
  body: postBody,
  replyTo: postId.nullable(),
})
export type Post = z.infer<typeof post>

export const threadSummary = z.strictObject({
  id: threadId,
  circleId,
  title: threadTitle,
  openedBy: memberId,
  openedAt: instant,
  lastPost: z.strictObject({ by: memberId, at: instant }),
  posts: z.int().min(1),
  /** Posts that came after what the asking member has read, not counting their own. */
  unread: z.int().min(0),
  /** Whether one of the unread posts mentions the asking member. */
  mentionsMe: z.boolean(),
  mayPost: z.boolean(),
})
export type ThreadSummary = z.infer<typeof threadSummary>

export const thread = threadSummary.extend({
  /** Number of the last post that the asking member has read; 0 for none. */
  readUpTo: z.int().min(0),
  allPosts: z.array(post),
  /** What it was opened about: a capture, in the page of a meeting or another page. */
  about: z
    .strictObject({
      captureId,
      pageId,
      pageTitle: z.string(),
      meetingId: meetingId.nullable(),
      meetingNumber: z.int().nullable(),
    })
    .nullable(),
})
export type Thread = z.infer<typeof thread>

/** The members mentioned in a body. */
export const mentionsIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/@\[([0-9a-f-]{36})\]/g)].map((match) => match[1] ?? '')),
]
