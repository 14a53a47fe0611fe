import { holderOf, knownRolesOf } from '@rondo/shared/meeting/events.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import type { Room } from './room.ts'

/** Who holds which role; the ring is round the facilitator. */
export function RoleHolders({ room }: { readonly room: Pick<Room, 'state'> }) {
  const { t } = useTranslation()
  return (
    <dl className="room-roles">
      {knownRolesOf(room.state.roles).map((role) => (
        <div key={role} title={t(`meeting.role.${role}`)}>
          <dt>{t(`meeting.role.${role}`)}</dt>
          <dd>
            <Holder role={role} room={room} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Holder({ role, room }: { readonly role: Role; readonly room: Pick<Room, 'state'> }) {
  const { t } = useTranslation()
  const who = useWho()
  const id = holderOf(room.state.roles, role)
  if (id === null) return <span className="room-role-open faint">{t('meeting.open')}</span>
  const { name, colour, shown, isMe } = who(id)
  return (
    <>
      <Avatar
        name={name}
        colour={colour}
        size={24}
        state={role === 'facilitator' ? 'lit' : 'here'}
        decorative
      />
      <span className="room-role-name">{isMe ? <b>{shown}</b> : shown}</span>
    </>
  )
}
