import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { ClauseChanges } from './clause-changes.tsx'
import type { Agreement } from './queries.ts'

/** Every version that held, newest first, with what changed from the one before. */
export function AgreementHistory({ agreement: { inForce, history } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation()
  if (inForce === null || history.length === 0) return null
  const all = [inForce, ...history]
  return (
    <Section title={t('circle.agreement.history')}>
      <ul className="rows agreement-history">
        {all.map(({ version, clauses, inForceAt }, index) => (
          <li key={version}>
            <details>
              <summary>
                {t('circle.agreement.version', { version })}, {t('circle.agreement.since')}{' '}
                <DayText at={inForceAt} />
              </summary>
              <ClauseChanges before={all[index + 1]?.clauses ?? []} after={clauses} />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
