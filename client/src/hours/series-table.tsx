import type { Series } from '@rondo/shared/hours/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Person } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'
import { StrainSign } from './strain-sign.tsx'

/** Six meetings, everyone's clock in each, and what it adds up to. */
export function SeriesTable({ series }: { readonly series: Series }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const people = series.meetings[0]?.views.map(({ memberId }) => memberId) ?? []
  return (
    <table className="series-table">
      <caption className="visually-hidden">{t('hours.series.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hours.series.person')}</th>
          {series.meetings.map(({ startsAt, day, time }) => (
            <th key={startsAt} scope="col">
              {dateWords(day, locale)} <b className="num">{time}</b>
            </th>
          ))}
          <th scope="col">{t('hours.series.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((memberId, index) => (
          <PersonRow key={memberId} memberId={memberId} index={index} series={series} />
        ))}
      </tbody>
    </table>
  )
}

interface PersonRowProps {
  readonly memberId: MemberId
  readonly index: number
  readonly series: Series
}

function PersonRow({ memberId, index, series }: PersonRowProps) {
  const { locale } = useReader()
  const { name, colour, shown } = useWho()(memberId)
  return (
    <tr>
      <th scope="row">
        <Person name={name} colour={colour} shown={shown} size={24} />
      </th>
      {series.meetings.flatMap(({ startsAt, day, views }) =>
        views
          .slice(index, index + 1)
          .map((view) => <Share key={startsAt} view={view} when={dateWords(day, locale)} />),
      )}
      <td className="series-sum num">{series.meetings.at(-1)?.views[index]?.sum}</td>
    </tr>
  )
}

interface ShareProps {
  readonly view: Series['meetings'][number]['views'][number]
  readonly when: string
}

/** One meeting for one person: their clock, what it is for them, and what they have paid so far. */
function Share({ view, when }: ShareProps) {
  const { t } = useTranslation()
  const words = view.isAsync ? t('hours.series.async') : t(`hours.strain.${view.strain}`)
  return (
    <td className="share" data-strain={view.strain} data-async={view.isAsync}>
      <span className="share-when">{when}</span>
      <span className="share-time num">
        <StrainSign strain={view.strain} size={14} /> {view.time}
      </span>
      <small>{words}</small>
      <small className="share-sum num">{t('hours.series.sumSoFar', { sum: view.sum })}</small>
    </td>
  )
}
