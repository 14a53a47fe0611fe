import type { Proposal } from '@rondo/shared/circle/agreement.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useEditProposal } from './agreement-actions.ts'
import { ClauseForm } from './clause-form.tsx'

interface EditingProposalProps {
  readonly circle: Circle
  readonly proposal: Proposal
  readonly onDone: () => void
}

/** Another text for the proposal. Where somebody else changed it meanwhile, theirs stands above and mine waits here. */
export function EditingProposal({ circle, proposal, onDone }: EditingProposalProps) {
  const { t } = useTranslation()
  const who = useWho()
  const [began] = useState(proposal)
  const edit = useEditProposal()
  const { version, revision } = proposal
  const note =
    began.revision === revision
      ? t('circle.agreement.editAbout')
      : t('circle.agreement.editedMeanwhile', { name: who(proposal.editedBy).shown })
  return (
    <ClauseForm
      start={began.clauses}
      yes={t('circle.agreement.saveEdit')}
      busy={edit.isPending}
      problem={edit.error}
      note={
        <p className="text-small soft" role="status">
          {note}
        </p>
      }
      onCancel={onDone}
      onSave={(clauses) =>
        edit.mutate(
          { params: { circleId: circle.id }, body: { clauses, version, revision } },
          { onSuccess: onDone },
        )
      }
    />
  )
}
