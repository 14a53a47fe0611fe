import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useGiveWorth } from './queries.ts'

const MARKS = [1, 2, 3, 4, 5] as const

interface WorthScaleProps {
  readonly meetingId: MeetingId
  readonly isGiven: boolean
}

/** "Was it worth it?", said once; nobody ever sees whose mark is whose. */
export function WorthScale({ meetingId, isGiven }: WorthScaleProps) {
  const { t } = useTranslation()
  const give = useGiveWorth()
  if (isGiven || give.isSuccess)
    return (
      <p className="text-small soft" role="status">
        {t('seat.worth.thanks')}
      </p>
    )
  return (
    <fieldset className="worth">
      <legend>{t('seat.worth.asks')}</legend>
      <div className="worth-marks">
        <span className="text-small faint">{t('seat.worth.low')}</span>
        {MARKS.map((mark) => (
          <button
            key={mark}
            type="button"
            className="num"
            disabled={give.isPending}
            aria-label={t('seat.worth.mark', { mark })}
            onClick={() => give.mutate({ params: { meetingId }, body: { mark } })}
          >
            {mark}
          </button>
        ))}
        <span className="text-small faint">{t('seat.worth.high')}</span>
      </div>
      <p className="text-small faint">{t('seat.worth.private')}</p>
      {give.error === null ? null : <RefusalNotice error={give.error} />}
    </fieldset>
  )
}
