import { circleId, memberId, postId, threadId } from '@rondo/shared/kernel/id.ts'
import type { Post, Thread } from '@rondo/shared/thread/model.ts'
import { expect, it } from 'vitest'
import { withPost } from './queries.ts'

const id = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`
const by = memberId.parse(id(1))
const post = (seq: number): Post => ({
  id: postId.parse(id(seq)),
  threadId: threadId.parse(id(9)),
  seq,
  by,
  at: seq * 1000,
  body: `post ${seq}`,
  replyTo: null,
})
const thread: Thread = {
  id: threadId.parse(id(9)),
  circleId: circleId.parse(id(8)),
  title: 'What makes code easy to enter?',
  openedBy: by,
  openedAt: 1000,
  lastPost: { by, at: 1000 },
  posts: 1,
  unread: 0,
  mentionsMe: false,
  mayPost: true,
  about: null,
  readUpTo: 1,
  allPosts: [post(1)],
}

it('A post that was just sent stands in its place at once.', () => {
  const later = withPost(withPost(thread, post(3)), post(2))
  expect(later.allPosts.map((one) => one.seq)).toEqual([1, 2, 3])
  expect(later.posts).toBe(3)
})

it('A post that was heard of already is not shown twice.', () => {
  expect(withPost(thread, post(1))).toBe(thread)
})
