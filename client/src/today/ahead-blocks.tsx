import type { Circle } from '@rondo/shared/circle/model.ts'
import type { ReactNode } from 'react'
import { useMe } from '../account/index.ts'
import { useMyMeetings } from '../meeting/index.ts'
import { serverNow } from '../platform/clock.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RingSkeleton, RowsSkeleton } from '../ui/states/skeleton.tsx'
import { ahead, partOf } from './ahead.ts'
import { LeadBlock } from './lead-block.tsx'

interface AheadProps {
  readonly circles: readonly Circle[]
  /** What to show when nothing is planned anywhere. */
  readonly fallback: ReactNode
}

/** The one lit thing on top, or the next meetings without light. */
export function Ahead({ circles, fallback }: AheadProps) {
  const me = useMe()?.id
  const { data, error, refetch } = useMyMeetings()
  if (error !== null && data === undefined)
    return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) {
    return (
      <div className="lead-block">
        <RingSkeleton size={152} />
        <RowsSkeleton rows={1} />
      </div>
    )
  }
  const { live, next } = ahead(data.meetings, me, serverNow())
  const shown = [...live, ...next]
  if (shown.length === 0) return fallback
  return (
    <div className="lead-blocks">
      {shown.map((meeting, index) => (
        <LeadBlock
          key={meeting.id}
          meeting={meeting}
          circle={circles.find((circle) => circle.id === meeting.circleId)}
          part={partOf(meeting, me)}
          first={index === 0}
        />
      ))}
    </div>
  )
}
