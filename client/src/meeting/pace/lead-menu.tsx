import { ActionIcon, Menu } from '@mantine/core'
import { previousSegment } from '@rondo/shared/meeting/agenda.ts'
import { pauseOf } from '@rondo/shared/meeting/pace.ts'
import {
  IconArrowBackUp,
  IconClockPlus,
  IconDotsVertical,
  IconPlayerPause,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../room.ts'
import { leadKeys } from './lead-keys.ts'
import { leadingActs } from './leading-acts.ts'
import './lead-menu.css'

/** What whoever leads needs now and then: back, more time, a pause; each with its keys. */
export function LeadMenu({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const { back, extend, pause } = leadingActs(room)
  const before = previousSegment(room.items, room.state)
  const isPaused = pauseOf(room.state) !== undefined
  return (
    <Menu position="top-end" width={280}>
      <Menu.Target>
        <ActionIcon
          className="lead-more"
          variant="default"
          size="var(--target)"
          disabled={!room.online}
          aria-label={t('meeting.pace.more')}
          title={t(room.online ? 'meeting.pace.more' : 'meeting.needsServer')}
        >
          <IconDotsVertical size={20} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Item icon={IconArrowBackUp} keys={leadKeys.back} act={back}>
          {before?.title ? t('meeting.pace.backTo', { title: before.title }) : t('meeting.pace.back')}
        </Item>
        <Item icon={IconClockPlus} keys={leadKeys.extend} act={extend}>
          {t('meeting.pace.extend')}
        </Item>
        <Item icon={isPaused ? IconPlayerPlay : IconPlayerPause} keys={leadKeys.pause} act={pause}>
          {t(isPaused ? 'meeting.pace.resume' : 'meeting.pace.pause')}
        </Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface ItemProps {
  readonly icon: TablerIcon
  readonly keys: string
  readonly act: (() => void) | undefined
  readonly children: string
}

function Item({ icon: Icon, keys, act, children }: ItemProps) {
  return (
    <Menu.Item
      leftSection={<Icon size={18} stroke={1.5} aria-hidden="true" />}
      rightSection={<kbd className="lead-keys">{keys}</kbd>}
      disabled={act === undefined}
      onClick={act}
    >
      {children}
    </Menu.Item>
  )
}
