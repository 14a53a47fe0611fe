import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle } from '../circle/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RingSkeleton, RowsSkeleton } from '../ui/states/skeleton.tsx'
import { useLongRotation } from './queries.ts'
import { RotationHead } from './rotation-head.tsx'
import { RotationView } from './rotation-view.tsx'
import './rotation.css'

/** One look, and twelve weeks of weekly meetings. */
const NEAR = 4
const FAR = 12

/** Who does what in the next meetings and why, at one look. */
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
      {circle.data !== undefined ? (
        <RotationIn circle={circle.data} />
      ) : circle.error === null ? (
        <OnItsWay />
      ) : (
        <RefusalNotice error={circle.error} onAgain={() => void circle.refetch()} />
      )}
    </div>
  )
}

function RotationIn({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const [further, setFurther] = useState(false)
  const { data: rotation, error, refetch } = useLongRotation(circle.id, further ? FAR : NEAR)
  if (rotation === undefined) {
    if (error === null) return <OnItsWay />
    return <RefusalNotice error={error} onAgain={() => void refetch()} />
  }
  if (rotation.meetings.length > 0) {
    return <RotationView circle={circle} rotation={rotation} further={further} onFurther={setFurther} />
  }
  return (
    <>
      <RotationHead />
      <EmptyState
        sentence={t('rotation.empty.sentence')}
        action={
          <ButtonLink to="/circles/$circleId" params={{ circleId: circle.id }}>
            {t('rotation.empty.action')}
          </ButtonLink>
        }
      />
    </>
  )
}

/** The shape of what comes. */
function OnItsWay() {
  return (
    <>
      <RotationHead />
      <div className="rotation-body">
        <RowsSkeleton rows={4} round />
        <div className="rotation-side">
          <RingSkeleton size={240} />
        </div>
      </div>
    </>
  )
}
