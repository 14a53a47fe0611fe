import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { usePropose } from './agreement-actions.ts'
import { ClauseForm } from './clause-form.tsx'
import { ProposalView } from './proposal-view.tsx'
import type { Agreement } from './queries.ts'
import { useMay } from './use-may-manage.ts'

interface ProposingProps {
  readonly circle: Circle
  readonly agreement: Agreement
}

/** What is proposed; or, for whoever may, the way to propose something. */
export function Proposing({ circle, agreement }: ProposingProps) {
  const { t } = useTranslation()
  const may = useMay('propose', circle)
  const { inForce, proposal } = agreement
  if (proposal !== null)
    return <ProposalView circle={circle} proposal={proposal} inForce={inForce} may={may} />
  if (!may) return null
  const title = t(inForce === null ? 'circle.agreement.first' : 'circle.agreement.change')
  return (
    <Section title={title}>
      <NewProposal circle={circle} inForce={inForce} />
    </Section>
  )
}

interface NewProposalProps {
  readonly circle: Circle
  readonly inForce: Agreement['inForce']
}

function NewProposal({ circle, inForce }: NewProposalProps) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  const propose = usePropose()
  const usual = (['kept', 'punctual', 'honest', 'acting'] as const).map((one) =>
    t(`circle.agreement.usual.${one}`),
  )
  const from = inForce?.version ?? 0
  if (!writing) {
    return (
      <div className="agreement-begin">
        <p className="soft">{t('circle.agreement.proposeAbout', { count: circle.seats.length })}</p>
        <Button onClick={() => setWriting(true)}>
          {t(inForce === null ? 'circle.agreement.startWriting' : 'circle.agreement.propose')}
        </Button>
      </div>
    )
  }
  return (
    <ClauseForm
      start={inForce?.clauses ?? usual}
      yes={t('circle.agreement.send')}
      busy={propose.isPending}
      problem={propose.error}
      onCancel={() => setWriting(false)}
      onSave={(clauses) => propose.mutate({ params: { circleId: circle.id }, body: { clauses, from } })}
    />
  )
}
