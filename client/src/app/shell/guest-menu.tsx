import { Menu } from '@mantine/core'
import { leaveAsGuest } from '@rondo/shared/guest/contract.ts'
import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGuest } from '../../account/index.ts'
import { leave } from '../../account/leave.ts'
import { Avatar } from '../../ui/avatar/avatar.tsx'

/** Me as a guest, and the way out. */
export function GuestMenu() {
  const { t } = useTranslation()
  const guest = useGuest()
  if (guest === undefined) return null
  const { id, name, colour } = guest
  const go = () => void leave(leaveAsGuest, id, () => window.confirm(t('guest.room.leaveUnsent')))
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="guest-me" aria-label={t('guest.room.you', { name })}>
          <Avatar name={name} colour={colour} size={28} decorative />
          <span className="guest-name">{t('ui.guestName', { name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDoorExit size={18} stroke={1.5} aria-hidden="true" />} onClick={go}>
          {t('guest.room.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
