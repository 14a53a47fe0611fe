import { Menu, useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changeAccount, readSession, signOut, signOutEverywhere } from '@rondo/shared/account/contract.ts'
import { IconDoorExit, IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { leave } from '../../account/leave.ts'
import { useTell } from '../../platform/ask.ts'
import { useAccount } from '../session.ts'
import { showKeys } from './keys-store.ts'

const small = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
const schemes = ['auto', 'light', 'dark'] as const

/** Profile and settings, how it looks, the way out. */
export function PersonItems() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const change = useTell(changeAccount, [readSession])
  const me = useAccount()?.id
  const go = (way: Parameters<typeof leave>[0]) => {
    if (me === undefined) return
    const mayDrop = () => window.confirm(t('account.leaveUnsent'))
    leave(way, me, mayDrop).catch(() => notifications.show({ message: t('app.signOutFailed') }))
  }
  return (
    <>
      <Menu.Item leftSection={<IconSettings {...small} />} onClick={() => void navigate({ to: '/settings' })}>
        {t('app.settings')}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard {...small} />} onClick={showKeys}>
        {t('app.keys.open')}
      </Menu.Item>
      <Menu.Label>{t('app.appearance')}</Menu.Label>
      {schemes.map((scheme) => (
        <Menu.RadioItem
          key={scheme}
          checked={scheme === colorScheme}
          value={scheme}
          onClick={() => {
            setColorScheme(scheme)
            change.mutate({ body: { colourScheme: scheme } })
          }}
        >
          {t(`app.${scheme}`)}
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout {...small} />} onClick={() => go(signOut)}>
        {t('app.signOut')}
      </Menu.Item>
      <Menu.Item leftSection={<IconDoorExit {...small} />} onClick={() => go(signOutEverywhere)}>
        {t('app.signOutEverywhere')}
      </Menu.Item>
    </>
  )
}
