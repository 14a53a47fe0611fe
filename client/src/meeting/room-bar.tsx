import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuest } from '../account/index.ts'
import { useWhyReadOnly } from '../circle/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { CancelledActions } from './cancelled.tsx'
import { FloorActions } from './floor/floor-actions.tsx'
import { RoleHolders } from './role-holders.tsx'
import type { Room } from './room.ts'
import { RoomActions } from './room-actions.tsx'
import { Timer } from './timer.tsx'
import './room-bar.css'

interface RoomBarProps {
  readonly room: Room
  readonly here: ReadonlySet<MemberId>
}

/** The timer, the roles, and what I may do now. */
export const RoomBar = memo(function RoomBar({ room, here }: RoomBarProps) {
  const { t } = useTranslation()
  const isGuest = useGuest() !== undefined
  const isHeard = room.meeting.mayWrite && (isGuest || room.onlooker.seated.has(room.onlooker.me))
  if (room.state.phase === 'cancelled') {
    return (
      <section className="room-bar" aria-label={t('meeting.bar')}>
        <CancelledActions room={room} />
      </section>
    )
  }
  return (
    <section className="room-bar" aria-label={t('meeting.bar')}>
      <Timer room={room} />
      <RoleHolders room={room} />
      {isHeard ? <FloorActions room={room} here={here} /> : null}
      <Doing room={room} />
    </section>
  )
})

/** What the reader may do to the meeting: run it, or be there. */
function Doing({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  if (useGuest() !== undefined) {
    return <p className="room-actions room-guest text-small soft">{t('guest.room.note')}</p>
  }
  return room.meeting.mayWrite ? <RoomActions room={room} /> : <ReadingAlong room={room} />
}

/** Why somebody without a seat sees no actions, and how to get one. */
function ReadingAlong({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const why = useWhyReadOnly(room.meeting.circleId, t('meeting.readOnly'))
  return (
    <div className="room-actions">
      <p className="text-small soft">{why}</p>
      <ButtonLink to="/circles/$circleId" params={{ circleId: room.meeting.circleId }}>
        {t('meeting.toCircle')}
      </ButtonLink>
    </div>
  )
}
