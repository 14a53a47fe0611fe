import { z } from 'zod'
import { type Contract, defineContract } from '../kernel/contract.ts'
import { awayId, circleId, meetingId, memberId, swapId } from '../kernel/id.ts'
import { day } from '../kernel/time.ts'
import { cellAddress, role, roleName, rotation, seenCell } from './model.ts'

const inCircle = z.strictObject({ circleId })
const ofTurn = z.strictObject({ meetingId, role })
const ofSwap = z.strictObject({ circleId, swapId })
const ofRole = z.strictObject({ circleId, role })

/** Twelve weeks of several meetings a week. */
const MOST_MEETINGS = 60

/**
 * The next meetings with every role's cell and its reason: four, or `?meetings=N` of them as far as they are
 * scheduled. Away ranges, stances, swaps and the ledger for the circle's own people.
 */
export const readRotation = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/rotation',
  access: 'member',
  params: inCircle,
  query: z.strictObject({
    meetings: z.coerce.number().int().min(1).max(MOST_MEETINGS).optional(),
  }),
  output: rotation,
})

const turnCommand = <Body extends z.ZodType>(
  verb: string,
  body: Body,
): Contract<typeof ofTurn, z.ZodType, Body, z.ZodNull> => ({
  method: 'POST',
  path: `/api/meetings/:meetingId/turns/:role/${verb}`,
  access: 'member',
  params: ofTurn,
  body,
  output: z.null(),
})
const seen = z.strictObject({ seen: seenCell })

/** The holder says yes: the turn no longer follows the plan. */
export const acceptTurn = turnCommand('accept', seen)

/** The holder says no; the turn passes on to the next in line, and the holder stays first for the meeting after. */
export const declineTurn = turnCommand('decline', seen)

/** Like declining, before one was asked; a host may skip somebody else. Keeps the place at the head. */
export const skipTurn = turnCommand('skip', seen)

/** Takes a turn that nobody has confirmed. */
export const volunteerForTurn = turnCommand('volunteer', seen)

/** A host names somebody. */
export const assignTurn = turnCommand('assign', z.strictObject({ seen: seenCell, memberId }))

/** Takes back what was decided, so that the cell follows the plan again: one's own word, or a host anybody's. */
export const releaseTurn = turnCommand('release', seen)

const seenAddress = z.strictObject({ ...cellAddress.shape, seen: seenCell })

/** Offers one's own turn for another person's. Nothing moves until they accept. */
export const offerSwap = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/swaps',
  access: 'member',
  params: inCircle,
  body: z.strictObject({ give: seenAddress, take: seenAddress }),
  output: z.strictObject({ swapId }),
})

const swapCommand = (verb: string) =>
  defineContract({
    method: 'POST',
    path: `/api/circles/:circleId/swaps/:swapId/${verb}`,
    access: 'member',
    params: ofSwap,
    /** The version of the offer that the asker saw. */
    body: z.strictObject({ version: z.int().min(1) }),
    output: z.null(),
  })

export const acceptSwap = swapCommand('accept')
export const declineSwap = swapCommand('decline')
/** Takes one's own offer back. */
export const withdrawSwap = swapCommand('withdraw')
/** Either of the two, or a host, gives both turns back; the plan is as it was before. */
export const undoSwap = swapCommand('undo')

/** Says that one is away, here or in all circles in which one sits. */
export const addAway = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/rotation/away',
  access: 'member',
  params: inCircle,
  body: z
    .strictObject({ from: day, to: day, everywhere: z.boolean().default(false) })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before the first day' }),
  output: z.strictObject({ awayId }),
})

export const removeAway = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/rotation/away/:awayId',
  access: 'member',
  params: z.strictObject({ circleId, awayId }),
  output: z.null(),
})

/** "Not yet": not to be proposed for a role until a day, or until one takes it back. */
export const sayNotYet = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/rotation/roles/:role/not-yet',
  access: 'member',
  params: ofRole,
  body: z.strictObject({ until: day.nullable().default(null) }),
  output: z.null(),
})

export const optOut = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/rotation/roles/:role/opt-out',
  access: 'member',
  params: ofRole,
  output: z.null(),
})

/** Takes "not yet" or the opt-out of a role back. */
export const optIn = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/rotation/roles/:role/opt-in',
  access: 'member',
  params: ofRole,
  output: z.null(),
})

/** A host adds a role: one that the product knows, or the circle's own by its name. */
export const addRole = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/rotation/roles',
  access: 'member',
  params: inCircle,
  body: z.union([z.strictObject({ role }), z.strictObject({ name: roleName })]),
  output: z.strictObject({ role }),
})

/** A host takes a role out of the rota; what was served in it stays in the ledger. The facilitator's stays. */
export const removeRole = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/rotation/roles/:role',
  access: 'member',
  params: ofRole,
  output: z.null(),
})
