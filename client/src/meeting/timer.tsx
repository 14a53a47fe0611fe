import { DAY } from '@rondo/shared/kernel/time.ts'
import { useTranslation } from 'react-i18next'
import { RingProgress } from '../ui/ring/ring-progress.tsx'
import type { Room } from './room.ts'
import { timerFace } from './timer-face.ts'
import { clockOf, isFarAway } from './timing.ts'
import { useNow } from './use-now.ts'

const UPWARDS: ReadonlySet<string> = new Set(['pastStart', 'over', 'running', 'pausedOver', 'pausedRunning'])

/** The time left in the current segment, by the server's clock. */
export function Timer({ room }: { readonly room: Pick<Room, 'items' | 'state'> }) {
  const { t } = useTranslation()
  const face = timerFace(room.items, room.state, useNow())
  if (face === undefined) return null
  const { ms, counts, ring } = face
  const countsUp = UPWARDS.has(counts)
  const counted = countsUp ? -ms : ms
  const words = isFarAway(ms)
    ? t('meeting.timer.days', { count: Math.max(1, Math.round(ms / DAY)) })
    : clockOf(counted)
  return (
    <div className="room-timer" role="timer">
      <RingProgress size={40} segments={[ring.whole]} elapsed={ring.gone} />
      <div>
        <b className="num">{words}</b>
        <span>{t(`meeting.timer.${counts}`)}</span>
      </div>
    </div>
  )
}
