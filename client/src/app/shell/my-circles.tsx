import { listCircles } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { listMyMeetings } from '@rondo/shared/meeting/contract.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../platform/ask.ts'
import type { DotState } from '../../ui/ring/dots.ts'
import { RingDots } from '../../ui/ring/ring-dots.tsx'

/** The ring of a circle: its seats, the one that leads next lit. */
function seatStates(circle: Circle, facilitator: string | undefined): DotState[] {
  return circle.seats.map((seat) => (seat.memberId === facilitator ? 'lit' : 'done'))
}

/** The circles in which the member sits, each with its small ring. */
export function MyCircles() {
  const { t } = useTranslation()
  const circles =
    useAsk(listCircles).data?.circles.filter(
      ({ standing, status }) => standing !== 'none' && status !== 'archived',
    ) ?? []
  const meetings = useAsk(listMyMeetings).data?.meetings ?? []
  if (circles.length === 0) return null
  const leads = (circle: Circle) =>
    meetings.find((meeting) => meeting.circleId === circle.id)?.roles.facilitator
  return (
    <div className="rail-circles">
      <p id="rail-circles">{t('app.yourCircles')}</p>
      <ul aria-labelledby="rail-circles">
        {circles.map((circle) => (
          <li key={circle.id}>
            <Link to="/circles/$circleId" params={{ circleId: circle.id }} className="rail-item">
              <RingDots size={20} states={seatStates(circle, leads(circle) ?? undefined)} />
              <span>{circle.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
