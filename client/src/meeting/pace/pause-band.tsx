import { Button } from '@mantine/core'
import { type Pause, pauseOf } from '@rondo/shared/meeting/pace.ts'
import { IconPlayerPause } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../room.ts'
import { clockOf } from '../timing.ts'
import { useNow } from '../use-now.ts'
import { leadingActs } from './leading-acts.ts'
import './pause-band.css'

/** Says to everybody that the meeting stands still, and since when. */
export const PauseBand = memo(function PauseBand({ room }: { readonly room: Room }) {
  const pause = pauseOf(room.state)
  return pause === undefined ? null : <Paused room={room} pause={pause} />
})

function Paused({ room, pause }: { readonly room: Room; readonly pause: Pause }) {
  const { t } = useTranslation()
  const now = useNow()
  const { pause: goOn } = leadingActs(room)
  return (
    <div className="pause-band">
      <IconPlayerPause size={18} stroke={1.5} aria-hidden="true" />
      <p>
        {/* Said aloud once; the clock is there to be looked at. */}
        <span role="status">{t('meeting.pace.pausedSince')}</span>{' '}
        <span className="faint num">
          {t('meeting.pace.pausedFor', { clock: clockOf(-Math.max(0, now - pause.from)) })}
        </span>
      </p>
      {goOn === undefined ? null : (
        <Button size="compact-sm" loading={room.run.isPending} onClick={goOn}>
          {t('meeting.pace.resume')}
        </Button>
      )}
    </div>
  )
}
