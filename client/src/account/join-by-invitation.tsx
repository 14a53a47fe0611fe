import { Button } from '@mantine/core'
import { joinByInvitation } from '@rondo/shared/account/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface JoinByInvitationProps {
  readonly token: string
  readonly circleName: string | null
}

/** Somebody who has an account already: one press takes the seat. */
export function JoinByInvitation({ token, circleName }: JoinByInvitationProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const join = useMutation({
    mutationFn: () => call(joinByInvitation, { body: { token } }),
    onSuccess: async ({ circleId }) => {
      await queries.invalidateQueries()
      await navigate(circleId === null ? { to: '/' } : { to: '/circles/$circleId', params: { circleId } })
    },
  })
  if (circleName === null) {
    return (
      <>
        <p>{t('account.invitation.alreadyIn')}</p>
        <div>
          <ButtonLink to="/" variant="filled">
            {t('account.invitation.spentDo')}
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <div>
        <Button variant="filled" onClick={() => join.mutate()} loading={join.isPending}>
          {t('account.invitation.join')}
        </Button>
      </div>
      {join.error === null ? null : <RefusalNotice error={join.error} />}
    </>
  )
}
