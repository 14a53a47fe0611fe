import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle, useMayManage } from '../circle/index.ts'
import { CircleFeed } from '../feed/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton, TextSkeleton } from '../ui/states/skeleton.tsx'
import { CadenceForm } from './cadence-form.tsx'
import { useCadence } from './queries.ts'
import { UpcomingDates } from './upcoming-dates.tsx'
import './cadence.css'

/** When a circle meets: its dates, the rule they come from, and a link for calendars. */
export function CadenceScreen() {
  const params = useParams({ from: '/house/circles/$circleId/cadence' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <CadenceOf key={id.data} id={id.data} /> : <NoCircle />
}

function CadenceOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const { data: circle, error } = useCircle(id)
  useFrame({
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: circle?.name ?? '…', to: `/circles/${id}` },
      { label: t('cadence.title') },
    ],
  })
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  return (
    <div className="page cadence">
      <h1 tabIndex={-1}>{t('cadence.title')}</h1>
      {circle === undefined ? <TextSkeleton lines={4} /> : <Dates circle={circle} />}
    </div>
  )
}

function Dates({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const mayManage = useMayManage(circle)
  const { data: view, error, refetch } = useCadence(circle.id)
  if (view === undefined)
    return error === null ? (
      <RowsSkeleton rows={6} />
    ) : (
      <RefusalNotice error={error} onAgain={() => void refetch()} />
    )
  return (
    <>
      <UpcomingDates circle={circle} view={view} />
      <Section title={t('cadence.rule.title')}>
        {mayManage ? (
          <CadenceForm circle={circle} view={view} />
        ) : (
          <p className="soft measure">{t('cadence.rule.hostsOnly')}</p>
        )}
      </Section>
      <Section title={t('feed.title')}>
        <CircleFeed circle={circle} />
      </Section>
    </>
  )
}
