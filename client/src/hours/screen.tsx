import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle } from '../circle/index.ts'
import { serverNow } from '../platform/clock.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { CircleHours } from './circle-hours.tsx'
import { Legend } from './legend.tsx'
import { SeriesView } from './series-view.tsx'
import { SlotList } from './slot-list.tsx'
import { wantedOf } from './wanted.ts'
import { WantedFields } from './wanted-fields.tsx'
import './hours.css'

/** At which hour a circle meets without the same people paying for it. */
export function FairHoursScreen() {
  const params = useParams({ from: '/house/circles/$circleId/fair-hours' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <FairHoursOf key={id.data} id={id.data} /> : <NoCircle />
}

function FairHoursOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const { data: circle, error, refetch } = useCircle(id)
  const { view } = useSearch({ from: '/house/circles/$circleId/fair-hours' })
  useFrame({
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: circle?.name ?? '…', to: `/circles/${id}` },
      { label: t('hours.crumb') },
    ],
  })
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  return (
    <div className="page hours">
      <h1 tabIndex={-1}>{t('hours.title')}</h1>
      <p className="soft measure">{t(view === 'series' ? 'hours.aboutSeries' : 'hours.about')}</p>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {circle === undefined && error === null ? <RowsSkeleton rows={4} /> : null}
      {circle === undefined ? null : circle.standing === 'none' ? (
        <NotInCircle circle={circle} />
      ) : (
        <FairHours circle={circle} />
      )}
    </div>
  )
}

function FairHours({ circle }: { readonly circle: Circle }) {
  const search = useSearch({ from: '/house/circles/$circleId/fair-hours' })
  const wanted = wantedOf(search, circle.timeZone, serverNow())
  const isSeries = search.view === 'series'
  return (
    <>
      <WantedFields wanted={wanted} isSeries={isSeries} />
      <Legend />
      {isSeries ? (
        <SeriesView circle={circle} wanted={wanted} />
      ) : (
        <SlotList circle={circle} wanted={wanted} />
      )}
      <CircleHours circleId={circle.id} />
    </>
  )
}

function NotInCircle({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      sentence={t('hours.notInCircle')}
      action={
        <ButtonLink to="/circles/$circleId" params={{ circleId: circle.id }}>
          {t('hours.join')}
        </ButtonLink>
      }
    />
  )
}
