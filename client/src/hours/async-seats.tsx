import type { Series } from '@rondo/shared/hours/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords, intlLocale } from '../ui/time/time-words.ts'

/** For whom, and on which days, an asynchronous seat is proposed. */
export function AsyncSeats({ series }: { readonly series: Series }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const seats = seatsOf(series)
  if (seats.size === 0) return null
  const list = new Intl.ListFormat(intlLocale(locale))
  return (
    <>
      <p>{t('hours.series.seats')}</p>
      <ul className="series-seats">
        {[...seats].map(([memberId, days]) => (
          <li key={memberId}>
            {t('hours.series.seat', {
              name: who(memberId).shown,
              days: list.format(days.map((day) => dateWords(day, locale))),
            })}
          </li>
        ))}
      </ul>
      <p className="text-small soft">{t('hours.series.seatAbout')}</p>
    </>
  )
}

const seatsOf = ({ meetings }: Series): ReadonlyMap<MemberId, readonly string[]> => {
  const seats = new Map<MemberId, string[]>()
  for (const { day, views } of meetings)
    for (const { memberId, isAsync } of views)
      if (isAsync) seats.set(memberId, [...(seats.get(memberId) ?? []), day])
  return seats
}
