import { holderOf } from '@rondo/shared/meeting/events.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { KNOWN_ROLES, ownRole } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useRoleNames } from '../format/index.ts'

interface MeetingRolesProps {
  readonly meeting: Pick<MeetingSummary, 'circleId' | 'roles' | 'phase'>
}

/** "Jonas leads, you present, Leyla takes notes, Hana holds “Scout”." In the past where it is over. */
export function MeetingRoles({ meeting }: MeetingRolesProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { all, nameOf } = useRoleNames(meeting.circleId)
  const tense = meeting.phase === 'wrapped' ? 'did' : 'does'
  const known = KNOWN_ROLES.map((role) => ({ role, words: role }) as const)
  const own = all.flatMap((one) => {
    const role = ownRole.safeParse(one).data
    return role === undefined ? [] : [{ role, words: 'own' } as const]
  })
  const words = [...known, ...own].flatMap(({ role, words: kind }) => {
    const holder = holderOf(meeting.roles, role)
    if (holder === null) return []
    const person = who(holder)
    const told = { name: person.inText, role: nameOf(role) }
    return [t(`circle.role.${tense}.${kind}.${person.isMe ? 'you' : 'they'}`, told)]
  })
  if (words.length === 0) return null
  const sentence = words.join(', ')
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`
}
