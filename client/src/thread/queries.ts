import type { CircleId, ThreadId } from '@rondo/shared/kernel/id.ts'
import { addPost, listThreads, markRead, openThread, readThread } from '@rondo/shared/thread/contract.ts'
import type { Post, Thread } from '@rondo/shared/thread/model.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asking, useAsk, useTell } from '../platform/ask.ts'
import { call } from '../platform/http.ts'

/** The threads of one circle, or of all that the reader may see; latest post first. */
export const useThreads = (circleId?: CircleId) =>
  useAsk(listThreads, { query: circleId === undefined ? {} : { circleId } })

export const useThread = (threadId: ThreadId) => useAsk(readThread, { params: { threadId } })

export const useOpenThread = () => useTell(openThread, [listThreads])

/** The thread with one more post; unchanged when the post came by another way already. */
export const withPost = (thread: Thread, post: Post): Thread =>
  thread.allPosts.some((one) => one.id === post.id)
    ? thread
    : {
        ...thread,
        allPosts: [...thread.allPosts, post].toSorted((a, b) => a.seq - b.seq),
        posts: Math.max(thread.posts, post.seq),
        lastPost: { by: post.by, at: post.at },
      }

/** Posts, and shows the post as soon as the server has it. */
export const useAddPost = (threadId: ThreadId) => {
  const queries = useQueryClient()
  const { queryKey } = asking(readThread, { params: { threadId } })
  return useMutation({
    mutationFn: (body: { body: string; replyTo?: Post['id'] }) =>
      call(addPost, { params: { threadId }, body }),
    onSuccess: async (post) => {
      queries.setQueryData<Thread>(queryKey, (thread) => thread && withPost(thread, post))
      await queries.invalidateQueries({ queryKey: [listThreads.path] })
    },
  })
}

/** Tells how far the reader has read; the marks go at once. */
export const useMarkRead = (threadId: ThreadId) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (upTo: number) => call(markRead, { params: { threadId }, body: { upTo } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [listThreads.path] }),
  })
}
