import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'

interface MeetingRolesProps {
  readonly meeting: Pick<MeetingSummary, 'roles' | 'phase'>
}

/** "Jonas leads, you present, Leyla takes notes." In the past where it is over. */
export function MeetingRoles({ meeting }: MeetingRolesProps) {
  const { t } = useTranslation()
  const who = useWho()
  const tense = meeting.phase === 'wrapped' ? 'did' : 'does'
  const words = (['facilitator', 'presenter', 'note-taker'] as const).flatMap((role) => {
    const holder = meeting.roles[role]
    if (holder === null) return []
    const person = who(holder)
    return [t(`circle.role.${tense}.${role}.${person.isMe ? 'you' : 'they'}`, { name: person.inText })]
  })
  if (words.length === 0) return null
  const sentence = words.join(', ')
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`
}
