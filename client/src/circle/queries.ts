import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useAsk } from '../platform/ask.ts'

/** Every circle that the reader may see, own ones first. */
export const useCircles = () => useAsk(listCircles)

export const useCircle = (circleId: CircleId) => useAsk(readCircle, { params: { circleId } })
