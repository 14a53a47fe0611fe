import type { RotaMeeting } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../platform/clock.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, dateWords, weekdayWords } from '../ui/time/time-words.ts'
import { type CalendarDay, dayIn, daysLater, weeksBetween } from './calendar-weeks.ts'
import { CellMenu } from './cell-menu.tsx'
import { cellsOf } from './cells.ts'
import { useRota } from './rota.ts'
import { RotaCell } from './rota-cell.tsx'
import './rota-calendar.css'

/** At least so many weeks, so that a calendar with one meeting is still one. */
const FEWEST_WEEKS = 4

/** The next meetings on a calendar, week by week where the circle is; the reader's own days away are hatched. */
export function RotaCalendar() {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const { locale } = useReader()
  const today = dayIn(serverNow(), circle.timeZone)
  const last = rotation.meetings.reduce(
    (latest, { day }) => (day !== null && day > latest ? day : latest),
    daysLater(today, 7 * (FEWEST_WEEKS - 1)),
  )
  const weeks = weeksBetween(today, last)
  return (
    <table className="rota-calendar" aria-label={t('rotation.grid.label')}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              <WeekdayHead day={day} locale={locale} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <CalendarCell key={day} day={day} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function WeekdayHead({ day, locale }: { readonly day: CalendarDay; readonly locale: string }) {
  const name = weekdayWords(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: 'UTC' })
  return <abbr title={name}>{name.slice(0, 2)}</abbr>
}

function CalendarCell({ day, today }: { readonly day: CalendarDay; readonly today: CalendarDay }) {
  const { rotation, me } = useRota()
  const { locale } = useReader()
  const away = rotation.away.some((one) => one.memberId === me && one.from <= day && day <= one.to)
  const meetings = rotation.meetings.flatMap((meeting, row) =>
    meeting.day === day ? [{ meeting, row }] : [],
  )
  return (
    <td data-away={away} data-meets={meetings.length > 0}>
      <time dateTime={day} title={dateWords(day, locale)} aria-current={day === today ? 'date' : undefined}>
        {Number(day.slice(8))}
      </time>
      {meetings.map(({ meeting, row }) => (
        <CalendarMeeting key={meeting.meetingId ?? row} meeting={meeting} row={row} />
      ))}
    </td>
  )
}

function CalendarMeeting({ meeting, row }: { readonly meeting: RotaMeeting; readonly row: number }) {
  const { circle } = useRota()
  const { locale } = useReader()
  if (meeting.startsAt === null || meeting.meetingId === null) return null
  return (
    <>
      <TextLink className="rota-meeting" to="/meetings/$meetingId" params={{ meetingId: meeting.meetingId }}>
        {clockWords(meeting.startsAt, { locale, timeZone: circle.timeZone })}
      </TextLink>
      <ul>
        {cellsOf(meeting, row).map((placed) => (
          <li key={placed.cell.role}>
            <CellMenu placed={placed}>
              <RotaCell placed={placed} form="day" />
            </CellMenu>
          </li>
        ))}
      </ul>
    </>
  )
}
