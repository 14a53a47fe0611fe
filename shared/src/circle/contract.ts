import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, memberId } from '../kernel/id.ts'
import { timeZone } from '../kernel/time.ts'
import { circle, circleName, draftPurpose, purpose, seatLimit, status, visibility } from './model.ts'

const inCircle = z.strictObject({ circleId })
const seated = z.strictObject({ circleId, memberId })

const described = z.strictObject({ name: circleName, purpose: draftPurpose, visibility, timeZone, seatLimit })

/** Every circle that the asking member may read, own ones first, then by name. */
export const listCircles = defineContract({
  method: 'GET',
  path: '/api/circles',
  access: 'member',
  output: z.strictObject({ circles: z.array(circle) }),
})

/** Makes a circle, active at once unless it is asked for as a draft; its creator is its first host. */
export const createCircle = defineContract({
  method: 'POST',
  path: '/api/circles',
  access: 'member',
  body: described
    .extend({
      visibility: visibility.default('open'),
      seatLimit: seatLimit.default(null),
      status: status.extract(['draft', 'active']).default('active'),
    })
    .superRefine((made, context) => {
      const checked = purpose.safeParse(made.purpose)
      if (made.status === 'draft' || checked.success) return
      for (const { message } of checked.error.issues)
        context.addIssue({ code: 'custom', path: ['purpose'], message })
    }),
  output: circle,
})

export const readCircle = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId',
  access: 'member',
  params: inCircle,
  output: circle,
})

/** `from` says what the asker saw in the fields that they change: where another host was faster, nothing is changed. */
export const changeCircle = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId',
  access: 'member',
  params: inCircle,
  body: described
    .partial()
    .extend({ from: described.partial().optional() })
    .refine((asked) => Object.keys(asked).some((field) => field !== 'from'), 'must change something'),
  output: circle,
})

/**
 * Takes a circle to the next part of its life: a draft becomes active, a closing circle archived, or active again if it goes on
 * after all. An active circle begins to close by `chooseCourse`, or here by a host.
 */
export const moveCircle = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/status',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ from: status, to: status }),
  output: circle,
})

/** Takes a seat oneself, in an open circle that has one free. */
export const joinCircle = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/seats/mine',
  access: 'member',
  params: inCircle,
  output: circle,
})

/** A member of the circle brings in somebody who has an account; a host also when all its seats are taken. */
export const seatMember = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/seats',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ memberId, beyondLimit: z.boolean().default(false) }),
  output: circle,
})

/** Leaves (oneself) or removes (a host). The last host cannot go while others stay. */
export const unseatMember = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/seats/:memberId',
  access: 'member',
  params: seated,
  output: z.null(),
})

/** A host makes another member a host too. */
export const makeHost = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/hosts',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ memberId }),
  output: circle,
})

/** A host is a member like the others again; the last one cannot be. */
export const stepDown = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/hosts/mine',
  access: 'member',
  params: inCircle,
  output: z.null(),
})

/** Waits for a seat in an open circle whose seats are all taken. */
export const waitForSeat = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/waiting/mine',
  access: 'member',
  params: inCircle,
  output: circle,
})

/** Waits no longer (oneself), or a host takes somebody off the list. */
export const stopWaiting = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/waiting/:memberId',
  access: 'member',
  params: seated,
  output: z.null(),
})

/**
 * A host makes a second circle out of one that grew: those who go over leave this one. Who waited here may go over, too. `from` names
 * who sat here when the asker chose.
 */
export const splitCircle = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/split',
  access: 'member',
  params: inCircle,
  body: z.strictObject({
    name: circleName,
    purpose,
    members: z.array(memberId).min(1).max(50),
    hostId: memberId,
    from: z.array(memberId),
  }),
  output: circle,
})
