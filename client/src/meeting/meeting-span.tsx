import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, timeWords } from '../ui/time/time-words.ts'

interface MeetingSpanProps {
  readonly from: number
  readonly to: number
  /** The circle's zone. */
  readonly zone: string
}

/** "Thu 19 Nov, 17:00 to 18:04 Berlin, 08:00 for you". */
export function MeetingSpan({ from, to, zone }: MeetingSpanProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { there, city, yours } = timeWords(from, zone, reader)
  const end = clockWords(to, { locale: reader.locale, timeZone: zone })
  return (
    <time dateTime={new Date(from).toISOString()}>
      {t('meeting.notes.span', { from: there, to: end, city })}
      {yours === null ? null : (
        <>
          {', '}
          <span className="time-yours">{t('meeting.notes.yours', { time: yours })}</span>
        </>
      )}
    </time>
  )
}
