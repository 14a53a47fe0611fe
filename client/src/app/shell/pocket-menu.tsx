import { Menu } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar/avatar.tsx'
import { useAccount } from '../session.ts'
import { NewItems } from './new-items.tsx'
import { openPalette } from './palette-store.ts'
import { PersonItems } from './person-items.tsx'
import { useNoteCommand } from './use-note-command.ts'

/** On a phone there is no rail: search, what can be begun, and me, behind my own picture. */
export function PocketMenu() {
  const { t } = useTranslation()
  const newNote = useNoteCommand()
  const account = useAccount()
  if (account === undefined) return null
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className="pocket" aria-label={t('app.you', { name: account.name })}>
          <Avatar name={account.name} colour={account.colour} size={28} decorative />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 72px)" style={{ overflowY: 'auto' }}>
        <Menu.Item
          leftSection={<IconSearch size={18} stroke={1.5} aria-hidden="true" />}
          onClick={openPalette}
        >
          {t('app.search')}
        </Menu.Item>
        <Menu.Label>{t('app.new')}</Menu.Label>
        <NewItems onNote={newNote} />
        <Menu.Label>{account.name}</Menu.Label>
        <PersonItems />
      </Menu.Dropdown>
    </Menu>
  )
}
