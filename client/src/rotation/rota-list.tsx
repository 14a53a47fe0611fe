import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'
import { CellMenu } from './cell-menu.tsx'
import { cellsOf } from './cells.ts'
import { MeetingWhen } from './meeting-when.tsx'
import { useRota } from './rota.ts'
import { RotaCell } from './rota-cell.tsx'
import './rota-list.css'

/** The next meetings one below the other: for small screens, and for whoever reads a list better than a table. */
export function RotaList() {
  const { t } = useTranslation()
  const { rotation } = useRota()
  return (
    <ol className="rota-list" aria-label={t('rotation.grid.label')}>
      {rotation.meetings.map((meeting, row) => (
        <li key={meeting.meetingId ?? `later-${row}`}>
          <div className="rota-list-when">
            <MeetingWhen meeting={meeting} row={row} />
          </div>
          <ul>
            {cellsOf(meeting, row).map((placed) => (
              <li key={placed.cell.role}>
                <CellMenu placed={placed}>
                  <RotaCell placed={placed} form="list" />
                </CellMenu>
              </li>
            ))}
          </ul>
          <AwayLine away={meeting.away} />
        </li>
      ))}
    </ol>
  )
}

/** Who is away that day, with the hatching that means it everywhere. */
function AwayLine({ away }: { readonly away: Parameters<ReturnType<typeof useWho>>[0][] }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  if (away.length === 0) return null
  const names = new Intl.ListFormat(intlLocale(locale)).format(away.map((id) => who(id).inText))
  return (
    <p className="rota-list-away">
      <span aria-hidden="true" />
      {t('rotation.grid.awayThen', { names })}
    </p>
  )
}
