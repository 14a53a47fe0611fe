import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, memberId } from '../kernel/id.ts'
import { timeZone } from '../kernel/time.ts'
import { circle, circleName, purpose, visibility } from './model.ts'

const inCircle = z.strictObject({ circleId })

/** Every circle that the asking member may read, own ones first, then by name. */
export const listCircles = defineContract({
  method: 'GET',
  path: '/api/circles',
  access: 'member',
  output: z.strictObject({ circles: z.array(circle) }),
})

/** Makes an active circle; its creator is its first host. */
export const createCircle = defineContract({
  method: 'POST',
  path: '/api/circles',
  access: 'member',
  body: z.strictObject({ name: circleName, purpose, visibility: visibility.default('open'), timeZone }),
  output: circle,
})

export const readCircle = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId',
  access: 'member',
  params: inCircle,
  output: circle,
})

export const changeCircle = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId',
  access: 'member',
  params: inCircle,
  body: z
    .strictObject({ name: circleName, purpose, visibility, timeZone })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'must change something'),
  output: circle,
})

/** Takes a seat oneself, in an open circle. */
export const joinCircle = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/seats/mine',
  access: 'member',
  params: inCircle,
  output: circle,
})

/** A member of the circle brings in somebody who has an account. */
export const seatMember = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/seats',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ memberId }),
  output: circle,
})

/** Leaves (oneself) or removes (a host). The last host cannot go while others stay. */
export const unseatMember = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/seats/:memberId',
  access: 'member',
  params: z.strictObject({ circleId, memberId }),
  output: z.null(),
})
