import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { AgreementHistory } from './agreement-history.tsx'
import { InForce } from './in-force.tsx'
import { NoCircle } from './no-circle.tsx'
import { Proposing } from './proposing.tsx'
import { useAgreement, useCircle } from './queries.ts'
import './agreement.css'
import './circles.css'

/** How a circle is with one another: what holds, what is proposed, what held before. */
export function AgreementScreen() {
  const params = useParams({ from: '/house/circles/$circleId/agreement' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <AgreementOf key={id.data} id={id.data} /> : <NoCircle />
}

function AgreementOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const { data: circle, error: noCircle } = useCircle(id)
  const { data: agreement, error, refetch } = useAgreement(id)
  useFrame({
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: circle?.name ?? '…', to: `/circles/${id}` },
      { label: t('circle.agreement.title') },
    ],
  })
  const problem = error ?? noCircle
  if (problem instanceof Refused && problem.status === 404) return <NoCircle />
  return (
    <div className="page agreement">
      <h1 tabIndex={-1}>{t('circle.agreement.title')}</h1>
      {problem === null ? null : <RefusalNotice error={problem} onAgain={() => void refetch()} />}
      {(circle === undefined || agreement === undefined) && problem === null ? (
        <TextSkeleton lines={6} />
      ) : null}
      {circle === undefined || agreement === undefined ? null : (
        <>
          <InForce circle={circle} agreement={agreement} />
          <Proposing circle={circle} agreement={agreement} />
          <AgreementHistory agreement={agreement} />
        </>
      )}
    </div>
  )
}
