import type { Series } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'

/** So many people are named one by one. */
const MOST_NAMED = 6

/** What fairness costs: the same six meetings at one kind time, and on whom they would fall. */
export function SteadyBesides({ series }: { readonly series: Series }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const { time, sums } = series.steady
  const total = series.meetings.at(-1)?.views.reduce((all, { sum }) => all + sum, 0) ?? 0
  const steady = sums.reduce((all, { sum }) => all + sum, 0)
  const paying = sums.filter(({ sum }) => sum > 0).toSorted((a, b) => b.sum - a.sum)
  if (series.times.length === 1 || steady >= total || paying.length > MOST_NAMED) return null
  const named = paying.map(({ memberId, sum }) => t('hours.series.pays', { name: who(memberId).inText, sum }))
  const rest = paying.length < sums.length ? [t('hours.series.paysNothing')] : []
  const most = new Intl.ListFormat(intlLocale(locale)).format([...named, ...rest])
  return <p className="soft">{t('hours.series.steadyBesides', { total, time, steady, most })}</p>
}
