import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking, useAsk } from '../platform/ask.ts'

/** The next four meetings with who holds which role and why, and who led when. */
export const useRotation = (circleId: CircleId) => useAsk(readRotation, { params: { circleId }, query: {} })

/** The same for more meetings, as far as they are scheduled; what was shown stays while more comes. */
export const useLongRotation = (circleId: CircleId, meetings: number) =>
  useQuery({
    ...asking(readRotation, { params: { circleId }, query: { meetings } }),
    placeholderData: keepPreviousData,
  })
