import type { Instant } from '@rondo/shared/kernel/time.ts'
import { useTranslation } from 'react-i18next'
import { useReader } from '../reader/reader.ts'
import { clockWords, dateWords, dayWords, timeWords } from './time-words.ts'
import './time-text.css'

interface TimeTextProps {
  readonly at: Instant
  /** The zone in which the time was agreed: the circle's. */
  readonly zone: string
  /** Left out where the day stands nearby. */
  readonly withDay?: boolean
}

/** "Thu 26 Nov, 17:00 Berlin, 08:00 for you"; the reader's part only where their clock shows another time. */
export function TimeText({ at, zone, withDay = true }: TimeTextProps) {
  const { t } = useTranslation()
  const words = timeWords(at, zone, useReader(), { withDay })
  return (
    <time dateTime={new Date(at).toISOString()}>
      {t('ui.time.there', { time: words.there, city: words.city })}
      {words.yours === null ? null : (
        <>
          {', '}
          <span className="time-yours">{t('ui.time.forYou', { time: words.yours })}</span>
        </>
      )}
    </time>
  )
}

/** "17:00" on the reader's own clock. */
export function ClockText({ at }: { readonly at: Instant }) {
  return <time dateTime={new Date(at).toISOString()}>{clockWords(at, useReader())}</time>
}

/** "Thu 26 Nov", on the reader's own calendar. */
export function DayText({ at }: { readonly at: Instant }) {
  return <time dateTime={new Date(at).toISOString()}>{dayWords(at, useReader())}</time>
}

/** "Thu 3 Dec" of a day without a zone, such as when a next step is due. */
export function DateText({ day }: { readonly day: string }) {
  return <time dateTime={day}>{dateWords(day, useReader().locale)}</time>
}
