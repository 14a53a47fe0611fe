import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Turn } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { useRotation } from './queries.ts'
import { shortReason } from './reason-words.ts'
import { useTelling } from './use-telling.ts'
import './rotation.css'

/** The next four turns in words, for whoever reads a list better than a ring. */
export function NextTurns({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const turns = useRotation(circle.id).data?.turns ?? []
  if (turns.length === 0) return null
  return (
    <ol className="next-turns" aria-label={t('rotation.order')}>
      {[...turns.entries()].map(([index, turn]) => (
        <NextTurn key={index} turn={turn} lit={index === 0} />
      ))}
    </ol>
  )
}

function NextTurn({ turn, lit }: { readonly turn: Turn; readonly lit: boolean }) {
  const { t } = useTranslation()
  const person = useWho()(turn.memberId)
  const telling = useTelling()
  return (
    <li>
      <Avatar name={person.name} colour={person.colour} size={28} state={lit ? 'lit' : 'here'} decorative />
      <span>
        <b>{person.shown}</b>
        <small>{shortReason(turn.reason, { ...telling, mine: person.isMe })}</small>
      </span>
      <span className="next-turn-date">
        {turn.startsAt === null ? t('rotation.noDate') : <DayText at={turn.startsAt} />}
      </span>
    </li>
  )
}
