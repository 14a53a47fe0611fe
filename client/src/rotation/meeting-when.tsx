import type { RotaMeeting } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../ui/link/text-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { timeWords } from '../ui/time/time-words.ts'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** What the first two meetings without a date are called; those after are counted. */
const UNDATED = ['rotation.next', 'rotation.later']

interface MeetingWhenProps {
  readonly meeting: RotaMeeting
  readonly row: number
  /** What the link to the meeting carries, where it is part of a grid. */
  readonly link?: { readonly tabIndex: number; readonly 'data-row': number; readonly 'data-column': number }
}

/** "Thu 26 Nov, 17:00 Berlin, 08:00 for you": the day leads to the meeting. */
export function MeetingWhen({ meeting, row, link }: MeetingWhenProps) {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const reader = useReader()
  const words = useRotaWords(circle, rotation)
  if (meeting.startsAt === null || meeting.meetingId === null) {
    return (
      <>
        <b>{t(UNDATED[row] ?? 'rotation.muchLater', { count: row + 1 })}</b>
        <small>{t('rotation.noDate')}</small>
      </>
    )
  }
  const { there, city, yours } = timeWords(meeting.startsAt, circle.timeZone, reader, { withDay: false })
  return (
    <>
      <TextLink
        className="rota-meeting"
        to="/meetings/$meetingId"
        params={{ meetingId: meeting.meetingId }}
        {...link}
      >
        <b>{words.day(meeting)}</b>
      </TextLink>
      <small>{t('ui.time.there', { time: there, city })}</small>
      {yours === null ? null : <small>{t('ui.time.forYou', { time: yours })}</small>}
    </>
  )
}
