import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { RotaMeeting } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'
import { CellMenu } from './cell-menu.tsx'
import { cellsOf } from './cells.ts'
import { MeetingWhen } from './meeting-when.tsx'
import { PersonMarks } from './person-marks.tsx'
import { RotaCell } from './rota-cell.tsx'

interface RotaRowProps {
  readonly meeting: RotaMeeting
  readonly row: number
  /** The meeting of the next row, to join the two halves of a swap. */
  readonly below: RotaMeeting | undefined
  readonly people: readonly MemberId[]
  /** The column at which the Tab key stops, if it stops in this row. */
  readonly stop: number | null
}

/** One meeting: when, who does what, and who is away. */
export function RotaRow({ meeting, row, below, people, stop }: RotaRowProps) {
  return (
    <tr>
      <th scope="row">
        <MeetingWhen
          meeting={meeting}
          row={row}
          link={{ tabIndex: stop === 0 ? 0 : -1, 'data-row': row, 'data-column': 0 }}
        />
        <AwayWords away={meeting.away} />
      </th>
      {cellsOf(meeting, row).map((placed, index) => {
        const { role, swapId } = placed.cell
        const beneath = below?.cells.find((cell) => cell.role === role)
        return (
          <td key={role}>
            <CellMenu placed={placed}>
              <RotaCell
                placed={placed}
                form="table"
                joined={swapId !== null && beneath?.swapId === swapId}
                tabIndex={stop === index + 1 ? 0 : -1}
                data-row={row}
                data-column={index + 1}
              />
            </CellMenu>
          </td>
        )
      })}
      <PersonMarks people={people} meeting={meeting} row={row} />
    </tr>
  )
}

/** What the hatching says, for whoever does not see it. */
function AwayWords({ away }: { readonly away: readonly MemberId[] }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  if (away.length === 0) return null
  const names = new Intl.ListFormat(intlLocale(locale)).format(away.map((id) => who(id).inText))
  return <span className="visually-hidden">{t('rotation.grid.awayThen', { names })}</span>
}
