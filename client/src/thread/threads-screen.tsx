import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCircles, useMayIn } from '../circle/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { NewThreadDialog } from './new-thread-dialog.tsx'
import { useThreads } from './queries.ts'
import { ThreadRows } from './thread-rows.tsx'
import './threads.css'

/** Every conversation the reader may follow, the latest on top. */
export function ThreadsScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = useThreads()
  const [starting, setStarting] = useState(false)
  const mayIn = useMayIn()
  const mine = useCircles().data?.circles.filter((circle) => mayIn('post', circle)) ?? []
  useFrame({ crumbs: [{ label: t('thread.title') }] })
  const threads = data?.threads
  const start =
    mine.length > 0 ? (
      <Button variant="filled" onClick={() => setStarting(true)}>
        {t('thread.start')}
      </Button>
    ) : (
      <ButtonLink to="/circles" variant="filled">
        {t('thread.empty.findCircle')}
      </ButtonLink>
    )
  return (
    <div className="page threads">
      {threads?.length === 0 ? (
        <EmptyState title={t('thread.title')} sentence={t('thread.empty.sentence')} action={start} />
      ) : (
        <header className="threads-head">
          <div>
            <h1 tabIndex={-1}>{t('thread.title')}</h1>
            <p className="soft">{t('thread.about')}</p>
          </div>
          {start}
        </header>
      )}
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {threads === undefined && error === null ? <RowsSkeleton rows={5} /> : null}
      {threads === undefined ? null : <ThreadRows threads={threads} withCircle />}
      <NewThreadDialog opened={starting} onClose={() => setStarting(false)} circles={mine} />
    </div>
  )
}
