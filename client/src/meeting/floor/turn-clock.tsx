import { goneWithin, type Pause } from '@rondo/shared/meeting/pace.ts'
import { useTranslation } from 'react-i18next'
import { clockOf } from '../timing.ts'
import { useNow } from '../use-now.ts'

interface TurnClockProps {
  readonly since: number
  /** Times in which the meeting stood still; they count for nobody. */
  readonly pauses: readonly Pause[]
  /** What the turn was meant to take; null where nobody said. */
  readonly seconds?: number | null
}

/** How long a turn takes so far, by the server's clock. It goes on when the time is over: nobody is cut off. */
export function TurnClock({ since, pauses, seconds = null }: TurnClockProps) {
  const { t } = useTranslation()
  const spent = clockOf(-goneWithin(pauses, since, useNow()))
  return (
    <span className="num">
      {seconds === null ? spent : t('meeting.floor.round.of', { spent, planned: clockOf(seconds * 1000) })}
    </span>
  )
}
