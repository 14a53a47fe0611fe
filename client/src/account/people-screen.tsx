import { Button } from '@mantine/core'
import { listMembers } from '@rondo/shared/account/contract.ts'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../platform/ask.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { PersonRow } from './person-row.tsx'
import { useMe } from './queries.ts'
import './people.css'

/** Everybody in the workspace, what their clock says, and the way to bring somebody in. */
export function PeopleScreen() {
  const { t } = useTranslation()
  const me = useMe()
  const { data, error, refetch } = useAsk(listMembers)
  const [inviting, setInviting] = useState(false)
  useFrame({ crumbs: [{ label: t('account.people.title') }] })
  const members = data?.members
  return (
    <div className="page people">
      <header className="people-head">
        <div>
          <h1 tabIndex={-1}>{t('account.people.title')}</h1>
          <p className="soft">
            {members?.length === 1 ? t('account.people.alone') : t('account.people.about')}
          </p>
        </div>
        <Button
          variant="filled"
          leftSection={<IconUserPlus size={18} stroke={1.5} aria-hidden="true" />}
          onClick={() => setInviting(true)}
        >
          {t('account.invite.open')}
        </Button>
      </header>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {members === undefined && error === null ? <RowsSkeleton rows={6} round /> : null}
      <ul className="rows people-list">
        {members?.map((member) => (
          <PersonRow key={member.id} member={member} isMe={member.id === me?.id} />
        ))}
      </ul>
      <OpenInvitations />
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </div>
  )
}
