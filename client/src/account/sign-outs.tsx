import { Button, Group } from '@mantine/core'
import { signOut, signOutEverywhere } from '@rondo/shared/account/contract.ts'
import type { Account } from '@rondo/shared/account/model.ts'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { leave } from './leave.ts'

/** Leaves this device, or all of them at once. */
export function SignOuts({ me }: { readonly me: Account }) {
  const { t } = useTranslation()
  const mayDrop = () => window.confirm(t('account.leaveUnsent'))
  const here = useMutation({ mutationFn: () => leave(signOut, me.id, mayDrop) })
  const everywhere = useMutation({ mutationFn: () => leave(signOutEverywhere, me.id, mayDrop) })
  const error = here.error ?? everywhere.error
  return (
    <div className="settings-form">
      <p className="soft">{t('account.settings.sessionsAbout')}</p>
      <Group gap={8}>
        <Button onClick={() => here.mutate()} loading={here.isPending}>
          {t('account.settings.signOut')}
        </Button>
        <Button variant="danger" onClick={() => everywhere.mutate()} loading={everywhere.isPending}>
          {t('account.settings.signOutEverywhere')}
        </Button>
      </Group>
      {error === null ? null : <RefusalNotice error={error} />}
    </div>
  )
}
