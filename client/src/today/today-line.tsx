import { useMinute } from '../platform/use-minute.ts'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf, intlLocale } from '../ui/time/time-words.ts'

/** "Sunday 22 November, Seattle". */
export function TodayLine() {
  const { locale, timeZone } = useReader()
  const now = useMinute()
  const day = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(now)
  return (
    <p className="today-line">
      {day}, {cityOf(timeZone)}
    </p>
  )
}
