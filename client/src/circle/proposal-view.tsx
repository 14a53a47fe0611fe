import type { Proposal } from '@rondo/shared/circle/agreement.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Section } from '../ui/section/section.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { ClauseChanges } from './clause-changes.tsx'
import { EditingProposal } from './editing-proposal.tsx'
import { ProposalActions } from './proposal-actions.tsx'
import { ProposalStand } from './proposal-stand.tsx'
import type { Agreement } from './queries.ts'

interface ProposalViewProps {
  readonly circle: Circle
  readonly proposal: Proposal
  readonly inForce: Agreement['inForce']
  /** Whether the reader has a say. */
  readonly may: boolean
}

/** What is proposed: what it changes, who said what, and what the reader says. */
export function ProposalView({ circle, proposal, inForce, may }: ProposalViewProps) {
  const { t } = useTranslation()
  const who = useWho()
  const [editing, setEditing] = useState(false)
  const by = who(proposal.editedBy)
  return (
    <Section title={t('circle.agreement.proposed', { version: proposal.version })}>
      <p className="soft">
        {t(by.isMe ? 'circle.agreement.fromYou' : 'circle.agreement.from', { name: by.shown })}{' '}
        <DayText at={proposal.editedAt} />
      </p>
      <ClauseChanges before={inForce?.clauses ?? []} after={proposal.clauses} />
      <ProposalStand proposal={proposal} />
      {may && !editing ? (
        <ProposalActions circle={circle} proposal={proposal} onEdit={() => setEditing(true)} />
      ) : null}
      {may && editing ? (
        <EditingProposal circle={circle} proposal={proposal} onDone={() => setEditing(false)} />
      ) : null}
    </Section>
  )
}
