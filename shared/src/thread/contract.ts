import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, postId, threadId } from '../kernel/id.ts'
import { post, postBody, thread, threadSummary, threadTitle } from './model.ts'

const inThread = z.strictObject({ threadId })

/** Threads that the asking member may read, latest post first; without a circle, those of all their circles. */
export const listThreads = defineContract({
  method: 'GET',
  path: '/api/threads',
  access: 'member',
  query: z.strictObject({ circleId: circleId.optional() }),
  output: z.strictObject({ threads: z.array(threadSummary) }),
})

export const openThread = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/threads',
  access: 'member',
  params: z.strictObject({ circleId }),
  body: z.strictObject({ title: threadTitle, body: postBody }),
  output: thread,
})

export const readThread = defineContract({
  method: 'GET',
  path: '/api/threads/:threadId',
  access: 'member',
  params: inThread,
  output: thread,
})

export const addPost = defineContract({
  method: 'POST',
  path: '/api/threads/:threadId/posts',
  access: 'member',
  params: inThread,
  body: z.strictObject({ body: postBody, replyTo: postId.optional() }),
  output: post,
})

/** Remembers how far the asking member has read; it never goes back. */
export const markRead = defineContract({
  method: 'POST',
  path: '/api/threads/:threadId/read',
  access: 'member',
  params: inThread,
  body: z.strictObject({ upTo: z.int().min(0) }),
  output: z.null(),
})
