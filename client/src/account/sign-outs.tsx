import { Button, Group } from '@mantine/core'
import { signOut, signOutEverywhere } from '@rondo/shared/account/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useChangeOver } from './enter.ts'

/** Leaves this device, or all of them at once. */
export function SignOuts() {
  const { t } = useTranslation()
  const changeOver = useChangeOver()
  const here = useMutation({ mutationFn: () => call(signOut), onSuccess: changeOver })
  const everywhere = useMutation({ mutationFn: () => call(signOutEverywhere), onSuccess: changeOver })
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
