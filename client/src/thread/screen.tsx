import { threadId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCircle } from '../circle/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton, TextSkeleton } from '../ui/states/skeleton.tsx'
import { useThread } from './queries.ts'
import { ThreadHead } from './thread-head.tsx'
import { ThreadPosts } from './thread-posts.tsx'
import { ThreadSide } from './thread-side.tsx'
import './thread.css'

/** A conversation in a circle, in one calm column. */
export function ThreadScreen() {
  const { t } = useTranslation()
  const params = useParams({ from: '/house/threads/$threadId' })
  const id = threadId.safeParse(params.threadId)
  if (!id.success) return <NoThread />
  return <ThreadOf key={id.data} id={id.data} tab={t('thread.one')} />
}

function ThreadOf({ id, tab }: { readonly id: Parameters<typeof useThread>[0]; readonly tab: string }) {
  const { t } = useTranslation()
  const { data: thread, error, refetch } = useThread(id)
  useFrame({ crumbs: [{ label: t('thread.title'), to: '/threads' }, { label: thread?.title ?? tab }] })
  if (error instanceof Refused && error.status === 404) return <NoThread />
  if (error !== null && thread === undefined) {
    return (
      <div className="page">
        <RefusalNotice error={error} onAgain={() => void refetch()} />
      </div>
    )
  }
  if (thread === undefined) return <ThreadOnItsWay />
  return <ThreadView thread={thread} />
}

function ThreadView({ thread }: { readonly thread: NonNullable<ReturnType<typeof useThread>['data']> }) {
  const circle = useCircle(thread.circleId).data
  return (
    <div className="page thread">
      <ThreadHead thread={thread} circle={circle} />
      <ThreadSide thread={thread} circle={circle} />
      <ThreadPosts thread={thread} circle={circle} />
    </div>
  )
}

function ThreadOnItsWay() {
  return (
    <div className="page">
      <TextSkeleton title lines={1} />
      <RowsSkeleton rows={5} round />
    </div>
  )
}

function NoThread() {
  const { t } = useTranslation()
  return (
    <div className="page">
      <EmptyState
        title={t('thread.gone.title')}
        sentence={t('thread.gone.sentence')}
        action={<ButtonLink to="/threads">{t('thread.gone.action')}</ButtonLink>}
      />
    </div>
  )
}
