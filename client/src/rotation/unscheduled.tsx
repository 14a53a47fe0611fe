import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InviteDialog } from '../account/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useRota } from './rota.ts'

/** What a young rota needs first: a second person, or a meeting with a date. */
export function Unscheduled() {
  const { t } = useTranslation()
  const { circle, rotation, hand } = useRota()
  const [inviting, setInviting] = useState(false)
  if (hand === 'none') return null
  if (circle.seats.length === 1) {
    return (
      <div className="rotation-begin">
        <p>{t('rotation.empty.alone')}</p>
        <Button variant="filled" onClick={() => setInviting(true)}>
          {t('rotation.empty.invite')}
        </Button>
        <InviteDialog
          opened={inviting}
          onClose={() => setInviting(false)}
          circle={circle}
          seated={circle.seats.map((seat) => seat.memberId)}
        />
      </div>
    )
  }
  if (rotation.meetings.some((meeting) => meeting.meetingId !== null)) return null
  return (
    <div className="rotation-begin">
      <p>{t('rotation.empty.unscheduled')}</p>
      <ButtonLink variant="filled" to="/circles/$circleId/meetings/new" params={{ circleId: circle.id }}>
        {t('rotation.empty.schedule')}
      </ButtonLink>
    </div>
  )
}
