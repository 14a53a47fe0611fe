import { useDisclosure } from '@mantine/hooks'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'
import { useTranslation } from 'react-i18next'
import { useCircle } from '../circle/index.ts'
import { serverNow } from '../platform/clock.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import { leads } from './leading.ts'
import type { Room } from './room.ts'
import { WindowDialog } from './window-dialog.tsx'

/** How long answers in one's own time are taken; the facilitator and the hosts may change it. */
export function WindowLine({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const { meeting, state, onlooker, online } = room
  const isHost = useCircle(meeting.circleId).data?.standing === 'host'
  const window = windowOf(state)
  if (window === null || windowIsOver(state, serverNow())) return null
  const mayChange = meeting.mayWrite && (isHost || leads(state, onlooker))
  return (
    <p className="text-small people-words faint">
      {t('meeting.window.open')} <TimeText at={window.closesAt} zone={meeting.timeZone} />.{' '}
      {mayChange ? (
        <button type="button" className="text-link" disabled={!online} onClick={open}>
          {t('meeting.window.change')}
        </button>
      ) : null}
      {opened ? <WindowDialog room={room} onClose={close} /> : null}
    </p>
  )
}
