import { readAgreement } from '@rondo/shared/circle/agreement-contract.ts'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { readCourse } from '@rondo/shared/circle/course-contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useAsk } from '../platform/ask.ts'

/** Every circle that the reader may see, own ones first. */
export const useCircles = () => useAsk(listCircles)

export const useCircle = (circleId: CircleId) => useAsk(readCircle, { params: { circleId } })

/** What holds in a circle, what is proposed, and what held before. */
export type Agreement = OutputOf<typeof readAgreement>

export const useAgreement = (circleId: CircleId) => useAsk(readAgreement, { params: { circleId } })

/** Its goals, its exit, and whether it should ask itself how to go on. */
export const useCourse = (circleId: CircleId) => useAsk(readCourse, { params: { circleId } })
