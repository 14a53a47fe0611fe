import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Room } from '../room.ts'

/** Minutes that a turn may be meant to take. */
const MINUTES = [1, 2, 3, 5]

/** Opens a round in the current segment; how long a turn should take is a wish, which is shown and cuts nobody off. */
export function OpenRound({ room }: { readonly room: Pick<Room, 'run' | 'online'> }) {
  const { t } = useTranslation()
  const open = (seconds: number | null) => room.run.mutate({ do: 'open-round', seconds })
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          disabled={!room.online}
          title={room.online ? undefined : t('meeting.needsServer')}
        >
          {t('meeting.floor.round.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('meeting.floor.round.time')}</Menu.Label>
        <Menu.Item onClick={() => open(null)}>{t('meeting.floor.round.noTime')}</Menu.Item>
        {MINUTES.map((minutes) => (
          <Menu.Item key={minutes} onClick={() => open(minutes * 60)}>
            {t('meeting.floor.round.minutes', { count: minutes })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
