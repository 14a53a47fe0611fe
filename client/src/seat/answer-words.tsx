import type { Answer } from '@rondo/shared/seat/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { MomentText } from './moment-text.tsx'

/** An answer as a lane: who, when, and what they say, one paragraph a line. */
export function AnswerWords({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation()
  const { name, colour, shown, isMe } = useWho()(answer.memberId)
  const isChanged = answer.changedAt > answer.at
  return (
    <li className="answer-lane">
      <p className="answer-head">
        <Avatar name={name} colour={colour} size={22} decorative />
        <b>{shown}</b>{' '}
        <span className="faint">
          {t(`seat.lane.${isMe ? 'my' : 'their'}${isChanged ? 'Changed' : 'Given'}`)}{' '}
          <MomentText at={answer.changedAt} />
        </span>
      </p>
      {paragraphsOf(answer.text).map(({ key, line }) => (
        <p key={key} className="answer-text">
          {line}
        </p>
      ))}
    </li>
  )
}

const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line, index) => ({ key: `${index} ${line}`, line }))
    .filter(({ line }) => line.trim() !== '')
