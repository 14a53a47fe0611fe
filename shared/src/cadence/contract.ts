import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, meetingId } from '../kernel/id.ts'
import { cadencePlan, cadenceView } from './model.ts'

const inCircle = z.strictObject({ circleId })

/** The version that the asker saw, 0 where there was none: whoever is late is told who was faster (409). */
const from = z.int().min(0)

/** What became of the meetings to come; what people had touched was left as it is. */
const outcome = cadenceView.extend({
  changes: z.strictObject({
    created: z.int(),
    moved: z.int(),
    withdrawn: z.int(),
    kept: z.array(meetingId),
  }),
})

export const readCadence = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/cadence',
  access: 'member',
  params: inCircle,
  output: cadenceView,
})

/** Sets or changes when the circle meets. Meetings to come that nobody touched follow; the others stay. */
export const setCadence = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/cadence',
  access: 'member',
  params: inCircle,
  body: cadencePlan.extend({ from }),
  output: outcome,
})

/** Ends the cadence. Meetings to come that nobody touched go; the others, and their pages, stay. */
export const endCadence = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/cadence/end',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ from }),
  output: outcome,
})
