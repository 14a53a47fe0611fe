import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { CircleRows } from './circle-rows.tsx'
import { useCircles } from './queries.ts'
import './circles.css'

/** The circles in which the reader sits, and the open ones with a free seat. */
export function CirclesScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = useCircles()
  useFrame({ crumbs: [{ label: t('circle.all') }] })
  const alive = data?.circles.filter((circle) => circle.status !== 'archived') ?? []
  const mine = alive.filter((circle) => circle.standing !== 'none')
  const open = alive.filter((circle) => circle.standing === 'none')
  const archived = data?.circles.filter((circle) => circle.status === 'archived') ?? []
  const start = (
    <ButtonLink to="/circles/new" variant="filled">
      {t('circle.new.open')}
    </ButtonLink>
  )
  if (data?.circles.length === 0) {
    return (
      <div className="page circles">
        <EmptyState title={t('circle.all')} sentence={t('circle.none')} action={start} />
      </div>
    )
  }
  return (
    <div className="page circles">
      <header className="circles-head">
        <div>
          <h1 tabIndex={-1}>{t('circle.all')}</h1>
          <p className="soft">{t('circle.about')}</p>
        </div>
        {start}
      </header>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null ? <RowsSkeleton rows={4} round /> : null}
      {mine.length === 0 ? null : (
        <Section title={t('circle.yours')}>
          <CircleRows circles={mine} />
        </Section>
      )}
      {open.length === 0 ? null : (
        <Section title={t('circle.open')}>
          <CircleRows circles={open} />
        </Section>
      )}
      {archived.length === 0 ? null : (
        <Section title={t('circle.archivedOnes')}>
          <CircleRows circles={archived} />
        </Section>
      )}
    </div>
  )
}
