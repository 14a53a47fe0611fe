import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import type { Caught } from '../caught.ts'
import type { Room } from '../room.ts'
import { VoteResult } from './vote-band.tsx'
import './kinds.css'
import './parts.css'

interface VoteGlanceProps {
  readonly room: Room
  readonly caught: readonly Caught[]
  readonly onCapture: (id: CaptureId) => void
}

/** What the votes of a meeting came to; nothing for a meeting without one. */
export function VoteGlance({ room, caught, onCapture }: VoteGlanceProps) {
  const { state } = room
  if (state.phase !== 'wrapped') return null
  const voted = room.items.filter(({ id }) => state.votes.some(({ segmentId }) => segmentId === id))
  return voted.map(({ id }) => (
    <VoteResult key={id} room={room} segmentId={id} caught={caught} onCapture={onCapture} />
  ))
}
