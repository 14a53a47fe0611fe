import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { holderOf } from '@rondo/shared/meeting/events.ts'
import { ownRole, type Role } from '@rondo/shared/rotation/model.ts'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useRoleNames } from '../format/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { rolesOf } from './leading.ts'
import type { Room } from './room.ts'

/**
 * Who holds which role; the ring is round the facilitator. A role of the circle's own stands here once somebody holds
 * it: most formats do without, and it is handed to somebody all the same.
 */
export const RoleHolders = memo(function RoleHolders({
  room,
}: {
  readonly room: Pick<Room, 'meeting' | 'state'>
}) {
  const { t } = useTranslation()
  const { all, nameOf } = useRoleNames(room.meeting.circleId)
  const { roles } = room.state
  const isShown = (role: Role) =>
    !ownRole.safeParse(role).success || (all.includes(role) && holderOf(roles, role) !== null)
  const coFacilitator = 'coFacilitator' in room.state ? room.state.coFacilitator : null
  return (
    <dl className="room-roles">
      {rolesOf(roles)
        .filter(isShown)
        .map((role) => (
          <div key={role} title={nameOf(role)}>
            <dt>{nameOf(role)}</dt>
            <dd>
              <Holder role={role} room={room} />
            </dd>
          </div>
        ))}
      {coFacilitator === null ? null : (
        <div title={t('meeting.floor.coFacilitator')}>
          <dt>{t('meeting.floor.coFacilitator')}</dt>
          <dd>
            <Person id={coFacilitator} state="here" />
          </dd>
        </div>
      )}
    </dl>
  )
})

function Holder({ role, room }: { readonly role: Role; readonly room: Pick<Room, 'state'> }) {
  const { t } = useTranslation()
  const id = holderOf(room.state.roles, role)
  if (id === null) return <span className="room-role-open faint">{t('meeting.open')}</span>
  return <Person id={id} state={role === 'facilitator' ? 'lit' : 'here'} />
}

function Person({ id, state }: { readonly id: MemberId; readonly state: 'lit' | 'here' }) {
  const who = useWho()
  const { name, colour, shown, isMe } = who(id)
  return (
    <>
      <Avatar name={name} colour={colour} size={24} state={state} decorative />
      <span className="room-role-name">{isMe ? <b>{shown}</b> : shown}</span>
    </>
  )
}
