import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useReader } from '../ui/reader/reader.ts'
import { useCircles } from './queries.ts'

/** The zone in which days are meant where a circle writes; the reader's own where no circle does. */
export const useZoneOf = (circleId: CircleId | null): string => {
  const { timeZone } = useReader()
  const circles = useCircles().data?.circles
  return circles?.find(({ id }) => id === circleId)?.timeZone ?? timeZone
}
