import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { AcceptedBy } from './accepted-by.tsx'
import { useAcceptAgreement } from './agreement-actions.ts'
import type { Agreement } from './queries.ts'
import { useMay } from './use-may-manage.ts'

interface InForceProps {
  readonly circle: Circle
  readonly agreement: Agreement
}

/** The clauses that hold, and the button for whoever has not accepted them yet. */
export function InForce({ circle, agreement: { inForce } }: InForceProps) {
  const { t } = useTranslation()
  if (inForce === null) return <p className="agreement-lead">{t('circle.agreement.teach')}</p>
  return (
    <section aria-label={t('circle.agreement.version', { version: inForce.version })}>
      <p className="soft">
        {t('circle.agreement.version', { version: inForce.version })}.{' '}
        {t(`circle.agreement.how.${inForce.how}`)} <DayText at={inForce.inForceAt} />
      </p>
      <ol className="agreement-clauses">
        {inForce.clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      <AcceptedBy circle={circle} version={inForce} />
      <Accept circle={circle} inForce={inForce} />
    </section>
  )
}

interface AcceptProps {
  readonly circle: Circle
  readonly inForce: NonNullable<Agreement['inForce']>
}

/** One press accepts; a newcomer is told what it opens, and led back when it is done. */
function Accept({ circle, inForce }: AcceptProps) {
  const { t } = useTranslation()
  const me = useMe()
  const may = useMay('accept', circle)
  const accept = useAcceptAgreement()
  if (me === undefined || !may) return null
  if (inForce.acceptedBy.includes(me.id)) {
    if (accept.data === undefined) return null
    return (
      <div className="agreement-accept" role="status">
        <p>{t('circle.agreement.accepted')}</p>
        <ButtonLink to="/circles/$circleId" params={{ circleId: circle.id }}>
          {t('circle.agreement.toCircle')}
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="agreement-accept">
      <p>{t(circle.mustAccept ? 'circle.agreement.mustAccept' : 'circle.agreement.mayAccept')}</p>
      <Button
        variant={circle.mustAccept ? 'filled' : 'default'}
        loading={accept.isPending}
        onClick={() => accept.mutate({ params: { circleId: circle.id }, body: { version: inForce.version } })}
      >
        {t('circle.agreement.accept')}
      </Button>
      {accept.error === null ? null : <RefusalNotice error={accept.error} />}
    </div>
  )
}
