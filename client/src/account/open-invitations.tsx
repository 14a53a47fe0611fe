import { Button } from '@mantine/core'
import { listInvitations, revokeInvitation } from '@rondo/shared/account/contract.ts'
import { listCircles } from '@rondo/shared/circle/contract.ts'
import { useTranslation } from 'react-i18next'
import { useAsk, useTell } from '../platform/ask.ts'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { DayText } from '../ui/time/time-text.tsx'

/** The links that the reader made and nobody has used yet. */
export function OpenInvitations() {
  const { t } = useTranslation()
  const invitations = useAsk(listInvitations).data?.invitations ?? []
  const circles = useAsk(listCircles).data?.circles ?? []
  const revoke = useTell(revokeInvitation, [listInvitations])
  if (invitations.length === 0) return null
  const nameOf = (id: string | null) => circles.find((circle) => circle.id === id)?.name
  return (
    <Section title={t('account.invite.yours')}>
      {revoke.error === null ? null : <RefusalNotice error={revoke.error} />}
      <ul className="rows">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="invitation-row">
            <span>
              {nameOf(invitation.circleId) ?? t('account.invite.workspaceOnly')}
              <small>
                {t('account.invite.madeOn')} <DayText at={invitation.createdAt} />.{' '}
                {t('account.invite.expires')} <DayText at={invitation.expiresAt} />.
              </small>
            </span>
            <Button
              size="xs"
              loading={revoke.isPending && revoke.variables.params.invitationId === invitation.id}
              onClick={() => revoke.mutate({ params: { invitationId: invitation.id } })}
            >
              {t('account.invite.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
