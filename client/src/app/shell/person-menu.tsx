import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar/avatar.tsx'
import { useAccount } from '../session.ts'
import { PersonItems } from './person-items.tsx'

/** Me, at the foot of the rail. */
export function PersonMenu() {
  const { t } = useTranslation()
  const account = useAccount()
  if (account === undefined) return null
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <button type="button" className="rail-item rail-me" aria-label={t('app.you', { name: account.name })}>
          <Avatar name={account.name} colour={account.colour} size={28} decorative />
          <span>{account.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonItems />
      </Menu.Dropdown>
    </Menu>
  )
}
