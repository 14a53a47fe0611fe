import type { Member } from '@rondo/shared/account/model.ts'
import { useTranslation } from 'react-i18next'
import { useMinute } from '../platform/use-minute.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf, clockWords } from '../ui/time/time-words.ts'

/** A member with the time on their own clock. */
export function PersonRow({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const now = useMinute()
  return (
    <li className="person-row">
      <Avatar name={member.name} colour={member.colour} size={36} decorative />
      <span className="person-name">
        <b>{isMe ? t('account.people.you', { name: member.name }) : member.name}</b>
        {member.role === 'owner' ? <small>{t('account.people.owner')}</small> : null}
      </span>
      <span className="person-time num">
        {clockWords(now, { locale, timeZone: member.timeZone })}
        <small>{cityOf(member.timeZone)}</small>
      </span>
    </li>
  )
}
