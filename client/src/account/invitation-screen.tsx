import { readInvitation } from '@rondo/shared/account/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { Unreachable } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { AcceptForm } from './accept-form.tsx'
import { JoinByInvitation } from './join-by-invitation.tsx'
import { useSession } from './queries.ts'
import './door.css'

/** What an invitation link opens: who invites, to what, and the way in. */
export function InvitationScreen() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/porch/invitations/$token' })
  const session = useSession().data
  // Accepting signs the reader in while this screen is still here: it stays what it was when they came.
  const [cameAs, setCameAs] = useState<string>()
  if (cameAs === undefined && session !== undefined) setCameAs(session.state)
  const { data, error, refetch } = useQuery({
    queryKey: [readInvitation.path, token],
    queryFn: () => call(readInvitation, { body: { token } }),
    retry: false,
  })
  useFrame({ crumbs: [{ label: t('account.invitation.tab') }] })
  if (error instanceof Unreachable) {
    return (
      <div className="door">
        <RefusalNotice error={error} onAgain={() => void refetch()} />
      </div>
    )
  }
  if (error !== null) return <Spent />
  if (data === undefined || cameAs === undefined) {
    return (
      <div className="door">
        <TextSkeleton title lines={4} />
      </div>
    )
  }
  const circle = data.circleName
  return (
    <div className="door">
      <header className="door-head">
        <p className="text-small faint">{data.workspaceName}</p>
        <h1 tabIndex={-1}>
          {circle === null
            ? t('account.invitation.toWorkspace', { name: data.invitedBy, workspace: data.workspaceName })
            : t('account.invitation.toCircle', { name: data.invitedBy, circle })}
        </h1>
        <p className="soft">{t('account.invitation.about')}</p>
      </header>
      {cameAs === 'signed-in' ? (
        <JoinByInvitation token={token} circleName={circle} />
      ) : (
        <AcceptForm token={token} circleName={circle} />
      )}
    </div>
  )
}

function Spent() {
  const { t } = useTranslation()
  return (
    <div className="door">
      <EmptyState
        title={t('account.invitation.spent')}
        sentence={t('account.invitation.spentAbout')}
        action={<ButtonLink to="/">{t('account.invitation.spentDo')}</ButtonLink>}
      />
    </div>
  )
}
