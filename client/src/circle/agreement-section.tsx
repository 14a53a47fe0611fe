import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../ui/link/text-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { AcceptedBy } from './accepted-by.tsx'
import { NotYet } from './not-yet.tsx'
import { useAgreement } from './queries.ts'
import { useMay } from './use-may-manage.ts'
import './agreement.css'

/** What the circle agreed on, who accepted it, and whether something else is proposed. */
export function AgreementSection({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const asked = useAgreement(circle.id)
  const mayPropose = useMay('propose', circle)
  const agreement = asked.data
  if (agreement === undefined) {
    return (
      <Section title={t('circle.agreement.title')}>
        <NotYet asked={asked} rows={2} />
      </Section>
    )
  }
  const { inForce, proposal } = agreement
  const link = (words: string) => (
    <TextLink to="/circles/$circleId/agreement" params={{ circleId: circle.id }}>
      {words}
    </TextLink>
  )
  const open =
    inForce === null
      ? t('circle.agreement.begin')
      : t('circle.agreement.version', { version: inForce.version })
  return (
    <Section
      title={t('circle.agreement.title')}
      {...(inForce === null && !mayPropose && proposal === null ? {} : { aside: link(open) })}
    >
      {inForce === null ? <p className="circle-none">{t('circle.agreement.none')}</p> : null}
      {inForce === null ? null : (
        <>
          <ol className="agreed-clauses">
            {inForce.clauses.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ol>
          <AcceptedBy circle={circle} version={inForce} />
        </>
      )}
      {proposal === null ? null : (
        <p className="agreement-proposed">
          {t('circle.agreement.isProposed', { version: proposal.version })}{' '}
          {link(t('circle.agreement.readProposal'))}
        </p>
      )}
    </Section>
  )
}
