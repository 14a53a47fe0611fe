import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Series } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { useMayManage } from '../circle/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { cityOf, intlLocale } from '../ui/time/time-words.ts'
import { AsyncSeats } from './async-seats.tsx'
import { useSeries } from './queries.ts'
import { SeriesTable } from './series-table.tsx'
import { SteadyBesides } from './steady-besides.tsx'
import type { Wanted } from './wanted.ts'

interface SeriesViewProps {
  readonly circle: Circle
  readonly wanted: Wanted
}

/** Six meetings whose times rotate, or the plain word that it cannot be done. */
export function SeriesView({ circle, wanted }: SeriesViewProps) {
  const { t } = useTranslation()
  const { data: series, error, refetch, isPlaceholderData } = useSeries(circle.id, wanted)
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (series === undefined) return <RowsSkeleton rows={5} round />
  return (
    <div className="series" data-stale={isPlaceholderData} aria-busy={isPlaceholderData}>
      <Verdict series={series} circle={circle} />
      <SeriesTable series={series} />
      <p className="hours-note">{t('hours.series.note')}</p>
      <UseTimes series={series} circle={circle} weeks={wanted.weeks} />
    </div>
  )
}

interface OfSeries {
  readonly series: Series
  readonly circle: Circle
}

function Verdict({ series, circle }: OfSeries) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const city = cityOf(circle.timeZone)
  const [time, ...more] = series.times
  const different = [...new Set(series.times)].toSorted()
  const times = new Intl.ListFormat(intlLocale(locale)).format(different)
  return (
    <div className="series-verdict" role="status">
      <p className="text-lead serif">
        {t(`hours.series.${series.isFair ? 'fair' : series.sawAll ? 'impossible' : 'notFound'}`)}
      </p>
      <p>
        {more.length === 0
          ? t(series.isFair ? 'hours.series.steady' : 'hours.series.rotates', { time, times, city })
          : t('hours.series.rotates', { times, city })}
      </p>
      <AsyncSeats series={series} />
      <SteadyBesides series={series} />
    </div>
  )
}

interface UseTimesProps extends OfSeries {
  readonly weeks: number
}

/** A host makes them the circle's cadence; anybody schedules the first. */
function UseTimes({ series, circle, weeks }: UseTimesProps) {
  const { t } = useTranslation()
  const mayManage = useMayManage(circle)
  const [first] = series.meetings
  if (first === undefined) return null
  return (
    <div className="series-act">
      {mayManage ? (
        <ButtonLink
          variant="filled"
          to="/circles/$circleId/cadence"
          params={{ circleId: circle.id }}
          search={{ startsOn: first.day, times: series.times.join(','), weeks }}
        >
          {t('hours.series.use')}
        </ButtonLink>
      ) : null}
      <ButtonLink
        to="/circles/$circleId/meetings/new"
        params={{ circleId: circle.id }}
        search={{ day: first.day, time: first.time }}
      >
        {t('hours.series.useFirst')}
      </ButtonLink>
    </div>
  )
}
