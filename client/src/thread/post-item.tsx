import { Button } from '@mantine/core'
import type { Post } from '@rondo/shared/thread/model.ts'
import { IconCornerUpLeft } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { excerptOf } from './body.ts'
import { PostBody } from './post-body.tsx'
import './post.css'

interface PostItemProps {
  readonly post: Post
  /** The post that this one answers. */
  readonly answered: Post | undefined
  /** The circle's zone, for an author whose own is not known. */
  readonly zone: string
  readonly onReply: ((post: Post) => void) | undefined
  readonly ref?: Ref<HTMLLIElement>
}

/** One post in the column: who, when on their clock and on mine, and what. */
export function PostItem({ post, answered, zone, onReply, ref }: PostItemProps) {
  const { t } = useTranslation()
  const who = useWho()
  const author = who(post.by)
  return (
    <li className="post" id={`post-${post.seq}`} data-seq={post.seq} ref={ref}>
      <Avatar name={author.name} colour={author.colour} size={36} decorative />
      <article aria-label={t('thread.postBy', { name: author.name })}>
        <header className="post-head">
          <b>{author.isMe ? t('ui.you') : author.name}</b>
          <span>
            <TimeText at={post.at} zone={author.timeZone ?? zone} />
          </span>
        </header>
        {answered === undefined ? null : (
          <a className="post-quote" href={`#post-${answered.seq}`}>
            <b>{who(answered.by).shown}</b> {excerptOf(answered.body, (id) => who(id).name)}
          </a>
        )}
        <PostBody body={post.body} />
        {onReply === undefined ? null : (
          <Button
            className="post-reply"
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCornerUpLeft size={15} stroke={1.5} aria-hidden="true" />}
            onClick={() => onReply(post)}
            aria-label={t('thread.replyTo', { name: author.name })}
          >
            {t('thread.reply')}
          </Button>
        )}
      </article>
    </li>
  )
}
