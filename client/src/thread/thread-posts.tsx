import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Post, Thread } from '@rondo/shared/thread/model.ts'
import { Fragment, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TakeSeat } from '../circle/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { Answer, type AnswerHandle } from './answer.tsx'
import { PostItem } from './post-item.tsx'
import { useMarkRead } from './queries.ts'
import { useReading } from './use-reading.ts'

interface ThreadPostsProps {
  readonly thread: Thread
  readonly circle: Circle | undefined
}

/** All posts in order, a line where the new ones begin, and a place to answer. */
export function ThreadPosts({ thread, circle }: ThreadPostsProps) {
  const { t } = useTranslation()
  const me = useReader().id
  const column = useRef<HTMLOListElement>(null)
  const answer = useRef<AnswerHandle>(null)
  const markRead = useMarkRead(thread.id)
  // The line stays where it was when the reader came, or it would jump away while they read.
  const [cameAt] = useState(thread.readUpTo)
  useReading(column, thread.allPosts, thread.readUpTo, markRead.mutate)
  const firstNew = thread.allPosts.find((post) => post.seq > cameAt && post.by !== me)
  const byId = new Map(thread.allPosts.map((post) => [post.id, post]))
  const zone = circle?.timeZone ?? 'UTC'
  return (
    <div className="thread-body">
      <ol ref={column} aria-label={t('thread.allPosts')}>
        {thread.allPosts.map((post: Post) => (
          <Fragment key={post.id}>
            {post === firstNew && cameAt > 0 ? <li className="unread-line">{t('thread.newSince')}</li> : null}
            <PostItem
              post={post}
              answered={post.replyTo === null ? undefined : byId.get(post.replyTo)}
              zone={zone}
              onReply={thread.mayPost ? (one) => answer.current?.reply(one) : undefined}
            />
          </Fragment>
        ))}
      </ol>
      <p className="visually-hidden" role="log" aria-live="polite">
        {t('thread.posts', { count: thread.allPosts.length })}
      </p>
      {thread.mayPost ? (
        <Answer threadId={thread.id} posts={thread.allPosts} circle={circle} ref={answer} />
      ) : circle === undefined ? null : (
        <TakeSeat circle={circle} words={t('thread.seatFirst', { circle: circle.name })} />
      )}
    </div>
  )
}
