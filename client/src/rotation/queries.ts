import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useAsk } from '../platform/ask.ts'

/** The next four turns to lead with their reasons, and who led when. */
export const useRotation = (circleId: CircleId) => useAsk(readRotation, { params: { circleId } })
