import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Turn } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { DayText, TimeText } from '../ui/time/time-text.tsx'
import { shortReason, whyWords } from './reason-words.ts'
import { useTelling } from './use-telling.ts'

/** What the first two meetings without a date are called; those after are counted. */
const UNDATED = ['rotation.next', 'rotation.later']

interface TurnsTableProps {
  readonly circle: Circle
  readonly turns: readonly Turn[]
}

/** The next meetings, who leads each, and why. */
export function TurnsTable({ circle, turns }: TurnsTableProps) {
  const { t } = useTranslation()
  return (
    <table className="turns">
      <thead>
        <tr>
          <th scope="col">{t('rotation.meeting')}</th>
          <th scope="col">{t('rotation.facilitator')}</th>
          <th scope="col">{t('rotation.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {[...turns.entries()].map(([index, turn]) => (
          <TurnRow key={index} turn={turn} place={index} zone={circle.timeZone} />
        ))}
      </tbody>
    </table>
  )
}

interface TurnRowProps {
  readonly turn: Turn
  /** 0 for the next meeting. */
  readonly place: number
  readonly zone: string
}

function TurnRow({ turn, place, zone }: TurnRowProps) {
  const lit = place === 0
  const person = useWho()(turn.memberId)
  const telling = { ...useTelling(), mine: person.isMe, later: !lit }
  return (
    <tr data-lit={lit}>
      <th scope="row">
        <TurnDate turn={turn} place={place} zone={zone} />
      </th>
      <td>
        <span className="turn-cell">
          <Avatar
            name={person.name}
            colour={person.colour}
            size={32}
            state={lit ? 'lit' : 'here'}
            decorative
          />
          <span>
            <b>{person.shown}</b>
            <small>{shortReason(turn.reason, telling)}</small>
          </span>
        </span>
      </td>
      <td className="turn-why">{whyWords(turn.reason, person.shown, telling)}</td>
    </tr>
  )
}

function TurnDate({ turn, place, zone }: TurnRowProps) {
  const { t } = useTranslation()
  if (turn.startsAt === null) {
    return (
      <>
        <b>{t(UNDATED[place] ?? 'rotation.muchLater', { count: place + 1 })}</b>
        <small>{t('rotation.noDate')}</small>
      </>
    )
  }
  const day = <DayText at={turn.startsAt} />
  return (
    <>
      <b>
        {turn.meetingId === null ? (
          day
        ) : (
          <TextLink to="/meetings/$meetingId" params={{ meetingId: turn.meetingId }}>
            {day}
          </TextLink>
        )}
      </b>
      <small>
        <TimeText at={turn.startsAt} zone={zone} withDay={false} />
      </small>
    </>
  )
}
