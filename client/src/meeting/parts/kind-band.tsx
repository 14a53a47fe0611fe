import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentSegment } from '../leading.ts'
import type { Room } from '../room.ts'
import { FeedbackBand } from './feedback-band.tsx'
import type { PartBandProps } from './part-band.tsx'
import { VoteBand, VoteResult } from './vote-band.tsx'

/** What stands above the notes because of what the current segment is; null for most. */
export function kindBand({ room, caught, onSegment, doc }: Omit<PartBandProps, 'here'>): ReactNode {
  const segmentId = currentSegment(room.state)
  if (segmentId === null) return null
  switch (partOf(room.state, segmentId)?.kind) {
    case 'quiet':
      return <Words title="quiet" lines={['why']} />
    case 'close':
      return <Words title="close" lines={['takeAway', 'nextStep']} />
    case 'feedback':
      return room.meeting.mayWrite ? <FeedbackBand key={segmentId} doc={doc} segmentId={segmentId} /> : null
    case 'vote':
      return (
        <VoteBand key={segmentId} room={room} segmentId={segmentId} caught={caught} onCapture={onSegment} />
      )
    default: {
      const vote = voteBefore(room)
      return vote === undefined ? null : (
        <VoteResult room={room} segmentId={vote} caught={caught} onCapture={onSegment} />
      )
    }
  }
}

/** The vote that the meeting has just come from: its result stays in sight for one segment. */
const voteBefore = ({ state }: Pick<Room, 'state'>): SegmentId | undefined => {
  const before = state.phase === 'live' ? state.visits.at(-2)?.segmentId : undefined
  return partOf(state, before)?.kind === 'vote' ? before : undefined
}

interface WordsProps {
  readonly title: 'quiet' | 'close'
  readonly lines: readonly ('why' | 'takeAway' | 'nextStep')[]
}

function Words({ title, lines }: WordsProps) {
  const { t } = useTranslation()
  return (
    <section className="part-band" aria-label={t(`meeting.pace.${title}.title`)}>
      <p className="part-band-main">{t(`meeting.pace.${title}.title`)}</p>
      {lines.map((line) => (
        <p key={line} className="part-band-why">
          {t(`meeting.pace.${title}.${line}`)}
        </p>
      ))}
    </section>
  )
}
