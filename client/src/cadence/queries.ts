import { endCadence, readCadence, setCadence } from '@rondo/shared/cadence/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { listMeetings, listMyMeetings } from '@rondo/shared/meeting/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

const stale = [readCadence, listMeetings, listMyMeetings, readRotation, listPages]

/** When the circle meets, and what comes of it. */
export const useCadence = (circleId: CircleId) => useAsk(readCadence, { params: { circleId } })

export const useSetCadence = () => useTell(setCadence, stale)

export const useEndCadence = () => useTell(endCadence, stale)
