import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Post } from '@rondo/shared/thread/model.ts'

/** Who has spoken, each once, in the order of first speaking. */
export const voicesIn = (posts: readonly Pick<Post, 'by' | 'seq'>[]): MemberId[] => [
  ...new Set(posts.toSorted((a, b) => a.seq - b.seq).map((post) => post.by)),
]
