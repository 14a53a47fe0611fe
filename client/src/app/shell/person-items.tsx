import { Menu, useMantineColorScheme } from '@mantine/core'
import { changeAccount, readSession } from '@rondo/shared/account/contract.ts'
import { IconDoorExit, IconLogout, IconSettings } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTell } from '../../platform/ask.ts'
import { useLeave } from './use-leave.ts'

const small = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
const schemes = ['auto', 'light', 'dark'] as const

/** Profile and settings, how it looks, the way out. */
export function PersonItems() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const change = useTell(changeAccount, [readSession])
  const leave = useLeave()
  return (
    <>
      <Menu.Item leftSection={<IconSettings {...small} />} onClick={() => void navigate({ to: '/settings' })}>
        {t('app.settings')}
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
      <Menu.Item leftSection={<IconLogout {...small} />} onClick={() => void leave.here()}>
        {t('app.signOut')}
      </Menu.Item>
      <Menu.Item leftSection={<IconDoorExit {...small} />} onClick={() => void leave.everywhere()}>
        {t('app.signOutEverywhere')}
      </Menu.Item>
    </>
  )
}
