import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle } from '../circle/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { Ledger } from './ledger.tsx'
import { NextAfter } from './next-after.tsx'
import { useRotation } from './queries.ts'
import { RotaRing } from './rota-ring.tsx'
import { TurnsTable } from './turns-table.tsx'
import './rotation.css'

/** Who leads the next meetings and why, at one look. */
export function RotationScreen() {
  const params = useParams({ from: '/house/circles/$circleId/rotation' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <RotationOf id={id.data} /> : <NoCircle />
}

function RotationOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const circle = useCircle(id)
  const name = circle.data?.name ?? ''
  useFrame({
    title: `${t('rotation.crumb')}, ${name}`,
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: name, to: `/circles/${id}` },
      { label: t('rotation.crumb') },
    ],
  })
  if (circle.error instanceof Refused && circle.error.status === 404) return <NoCircle />
  return (
    <div className="page rotation">
      <header className="rotation-head">
        <h1 tabIndex={-1}>{t('rotation.title')}</h1>
        <p className="soft">{t('rotation.rule')}</p>
      </header>
      {circle.error === null ? null : (
        <RefusalNotice error={circle.error} onAgain={() => void circle.refetch()} />
      )}
      {circle.data === undefined ? <RowsSkeleton rows={4} round /> : <RotationView circle={circle.data} />}
    </div>
  )
}

function RotationView({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const { data: rotation, error, refetch } = useRotation(circle.id)
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (rotation === undefined) return <RowsSkeleton rows={4} round />
  if (rotation.turns.length === 0) {
    return (
      <EmptyState
        sentence={t('rotation.empty.sentence')}
        action={
          <ButtonLink to="/circles/$circleId" params={{ circleId: circle.id }}>
            {t('rotation.empty.action')}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <>
      <div className="rotation-body">
        <TurnsTable circle={circle} turns={rotation.turns} />
        <div className="rotation-side">
          <RotaRing circle={circle} size={phone ? 240 : 264} />
          <NextAfter turns={rotation.turns} />
        </div>
      </div>
      {circle.standing === 'none' ? null : <Ledger circle={circle} rotation={rotation} />}
    </>
  )
}
