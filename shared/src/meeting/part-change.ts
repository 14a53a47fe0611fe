import type { SegmentPart } from '../format/part.ts'
import type { SegmentId } from '../kernel/id.ts'
import type { PartOfSegment } from './events.ts'

interface Lane {
  segmentId: SegmentId
}

/** The parts with one of them changed; null takes it away. */
export const withPart = (
  parts: readonly PartOfSegment[],
  segmentId: SegmentId,
  part: SegmentPart | null,
): readonly PartOfSegment[] => {
  const others = parts.filter((one) => one.segmentId !== segmentId)
  return part === null ? others : [...others, { segmentId, part }]
}

/** Lanes without the one of a segment that is a lane no longer. */
export const lanesAfter = <Held extends Lane>(
  lanes: readonly Held[],
  segmentId: SegmentId,
  part: SegmentPart | null,
): readonly Held[] => (part?.kind === 'lane' ? lanes : lanes.filter((lane) => lane.segmentId !== segmentId))

/** What belonged to a segment as long as it was something else goes with it. */
export const without = <Of extends Lane>(all: readonly Of[], segmentId: SegmentId): readonly Of[] =>
  all.filter((one) => one.segmentId !== segmentId)
