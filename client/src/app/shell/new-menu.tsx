import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NewItems } from './new-items.tsx'
import { useNoteCommand } from './use-note-command.ts'

/** "+ New" at the foot of the rail. */
export function NewMenu() {
  const { t } = useTranslation()
  const newNote = useNoteCommand()
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <button type="button" className="rail-item rail-new" title={t('app.new')}>
          <IconPlus size={18} stroke={1.5} aria-hidden="true" />
          <span>{t('app.new')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <NewItems onNote={newNote} />
      </Menu.Dropdown>
    </Menu>
  )
}
