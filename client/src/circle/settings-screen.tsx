import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { CadenceSettings } from '../cadence/index.ts'
import { Refused } from '../platform/refused.ts'
import { RitualsForm } from '../ritual/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { intlLocale } from '../ui/time/time-words.ts'
import { NoCircle } from './no-circle.tsx'
import { useCircle } from './queries.ts'
import { SettingsForm } from './settings-form.tsx'
import { CloseCircle, CourseSettings } from './settings-parts.tsx'
import { useMayManage } from './use-may-manage.ts'
import './circles.css'

/** What a circle is called, what it is for, who may see it: for its hosts. */
export function CircleSettingsScreen() {
  const params = useParams({ from: '/house/circles/$circleId/settings' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <SettingsOf key={id.data} id={id.data} /> : <NoCircle />
}

function SettingsOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const { data: circle, error, refetch } = useCircle(id)
  useFrame({
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: circle?.name ?? '…', to: `/circles/${id}` },
      { label: t('circle.settings.title') },
    ],
  })
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  return (
    <div className="page new-circle">
      <h1 tabIndex={-1}>{t('circle.settings.title')}</h1>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {circle === undefined && error === null ? <TextSkeleton lines={6} /> : null}
      {circle === undefined ? null : <ForHosts circle={circle} />}
    </div>
  )
}

function ForHosts({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const who = useWho()
  const mayManage = useMayManage(circle)
  const oneOf = new Intl.ListFormat(intlLocale(useReader().locale), { type: 'disjunction' })
  const hosts = circle.seats.filter((seat) => seat.isHost).map((seat) => who(seat.memberId).name)
  if (mayManage)
    return (
      <>
        <SettingsForm circle={circle} />
        <CadenceSettings circle={circle} />
        <CourseSettings circle={circle} />
        <RitualsForm circle={circle} />
        <CloseCircle circle={circle} />
      </>
    )
  if (circle.status === 'archived')
    return <EmptyState sentence={t('circle.life.archivedAbout')} action={<Back circle={circle} />} />
  return (
    <EmptyState
      sentence={t('circle.settings.onlyHosts', { hosts: oneOf.format(hosts) })}
      action={<Back circle={circle} />}
    />
  )
}

function Back({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  return (
    <ButtonLink to="/circles/$circleId" params={{ circleId: circle.id }}>
      {t('circle.settings.back')}
    </ButtonLink>
  )
}
