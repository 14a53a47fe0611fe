import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconMapPin, IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LateMenu } from '../../ui/menu/late-menu.tsx'
import { currentSegment } from '../leading.ts'
import type { AgendaRowProps } from './agenda-row.tsx'
import { PartDialog } from './part-dialog.tsx'

const icon = { size: 18, stroke: 1.5, 'aria-hidden': true }

/** What whoever leads can do with one segment. */
export function RowMenu({ room, line, place, onStep }: AgendaRowProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const title = line.title || t('meeting.someSegment')
  const enter = () => room.run.mutate({ do: 'segment', from: currentSegment(room.state), to: line.id })
  return (
    <>
      <LateMenu className="agenda-more" width={220} label={t('meeting.pace.row.menu', { title })}>
        {room.state.phase === 'live' ? (
          <Menu.Item leftSection={<IconMapPin {...icon} />} disabled={line.status === 'now'} onClick={enter}>
            {t('meeting.pace.row.enter')}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={place.isFirst}
          onClick={() => onStep(-1)}
        >
          {t('meeting.pace.row.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={place.isLast}
          onClick={() => onStep(1)}
        >
          {t('meeting.pace.row.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTag {...icon} />} onClick={open}>
          {t('meeting.pace.row.part')}
        </Menu.Item>
      </LateMenu>
      {opened ? <PartDialog room={room} segmentId={line.id} title={title} onClose={close} /> : null}
    </>
  )
}
