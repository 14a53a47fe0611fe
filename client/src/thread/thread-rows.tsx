import type { ThreadSummary } from '@rondo/shared/thread/model.ts'
import { IconMessageCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useCircles } from '../circle/index.ts'
import { DayText } from '../ui/time/time-text.tsx'
import './threads.css'

interface ThreadRowsProps {
  readonly threads: readonly ThreadSummary[]
  readonly withCircle?: boolean
}

/** Threads as rows: what is new first catches the eye by weight, never by colour alone. */
export function ThreadRows({ threads, withCircle = false }: ThreadRowsProps) {
  const circles = useCircles().data?.circles ?? []
  return (
    <ul className="rows thread-rows">
      {threads.map((thread) => (
        <ThreadRow
          key={thread.id}
          thread={thread}
          circleName={withCircle ? circles.find((circle) => circle.id === thread.circleId)?.name : undefined}
        />
      ))}
    </ul>
  )
}

interface ThreadRowProps {
  readonly thread: ThreadSummary
  readonly circleName: string | undefined
}

function ThreadRow({ thread, circleName }: ThreadRowProps) {
  const { t } = useTranslation()
  const who = useWho()
  const last = who(thread.lastPost.by)
  return (
    <li>
      <Link
        to="/threads/$threadId"
        params={{ threadId: thread.id }}
        className="thread-row"
        data-unread={thread.unread > 0}
      >
        <IconMessageCircle size={22} stroke={1.5} aria-hidden="true" />
        <span>
          <span className="thread-row-title">{thread.title}</span>
          <small>
            {circleName === undefined ? null : `${circleName}. `}
            {t('thread.posts', { count: thread.posts })},{' '}
            {last.isMe ? t('thread.lastByYou') : t('thread.lastBy', { name: last.shown })},{' '}
            <DayText at={thread.lastPost.at} />
          </small>
        </span>
        {thread.unread > 0 ? (
          <span className="thread-new">
            {t('thread.new', { count: thread.unread })}
            {thread.mentionsMe ? <small>{t('thread.mentionsYou')}</small> : null}
          </span>
        ) : null}
      </Link>
    </li>
  )
}
