import { useTranslation } from 'react-i18next'
import { ThreadRows, useThreads } from '../thread/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'

const MOST = 5

/** Threads with something that I have not read; first those that call me by name. */
export function Waiting() {
  const { t } = useTranslation()
  const { data, error, refetch } = useThreads()
  const waiting = data?.threads
    .filter((thread) => thread.unread > 0)
    .toSorted((a, b) => Number(b.mentionsMe) - Number(a.mentionsMe))
  return (
    <Section
      title={t('today.waiting.title')}
      {...(data !== undefined && data.threads.length > 0
        ? { aside: <TextLink to="/threads">{t('today.waiting.all')}</TextLink> }
        : {})}
    >
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {waiting === undefined && error === null ? <RowsSkeleton rows={3} /> : null}
      {waiting?.length === 0 ? <p className="today-none">{t('today.waiting.none')}</p> : null}
      {waiting === undefined ? null : <ThreadRows threads={waiting.slice(0, MOST)} withCircle />}
    </Section>
  )
}
