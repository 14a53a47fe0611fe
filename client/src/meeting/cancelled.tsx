import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import type { Room } from './room.ts'

/** Who called the meeting off and why; what was prepared stays below. Nothing where it was not. */
export function CancelledNotice({ room }: { readonly room: Pick<Room, 'state' | 'events'> }) {
  const { t } = useTranslation()
  const who = useWho()
  const event = room.events.findLast((one) => one.type === 'cancelled')
  if (room.state.phase !== 'cancelled' || event === undefined) return null
  const { isMe, shown: name } = who(event.by)
  const { reason } = room.state
  return (
    <div className="cancelled-notice">
      <p>
        <b>{isMe ? t('meeting.cancelled.byYou', { reason }) : t('meeting.cancelled.by', { name, reason })}</b>
      </p>
      <p className="text-small soft">{t('meeting.cancelled.stays')}</p>
    </div>
  )
}

/** In the place of the controls: nobody leads and nothing runs, but one can go on from here. */
export function CancelledActions({ room }: { readonly room: Pick<Room, 'meeting'> }) {
  const { t } = useTranslation()
  const params = { circleId: room.meeting.circleId }
  return (
    <>
      <b>{t('meeting.cancelled.short')}</b>
      <div className="room-actions">
        <ButtonLink to="/circles/$circleId" params={params}>
          {t('meeting.toCircle')}
        </ButtonLink>
        {room.meeting.mayWrite ? (
          <ButtonLink to="/circles/$circleId/meetings/new" params={params}>
            {t('meeting.cancelled.another')}
          </ButtonLink>
        ) : null}
      </div>
    </>
  )
}
