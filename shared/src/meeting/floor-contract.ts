import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { meetingId, memberId } from '../kernel/id.ts'
import { evenness } from './evenness.ts'
import { meetingEvent } from './events.ts'
import { turnSeconds } from './floor-events.ts'

const params = z.strictObject({ meetingId })
const recorded = z.strictObject({ events: z.array(meetingEvent) })

/** `room`: also of a guest, for themself. */
const floorCommand = <Body extends z.ZodType>(
  path: string,
  body: Body,
  access: 'member' | 'room' = 'member',
) =>
  defineContract({
    method: 'POST',
    path: `/api/meetings/:meetingId/floor/${path}`,
    access,
    params,
    body,
    output: recorded,
  })

/** One's own hand. Raised again it stays where it is. */
export const raiseHand = floorCommand('raise', z.strictObject({}), 'room')

/** One's own hand, or anybody's by whoever leads. */
export const lowerHand = floorCommand('lower', z.strictObject({ memberId }), 'room')

/**
 * Whoever leads gives the word to a hand; `to` null ends it, which whoever has it may do, too. `from` is the number of the event
 * that the asker saw as the last to give the word, 0 for none: whoever is late is told (409).
 */
export const giveWord = floorCommand(
  'word',
  z.strictObject({ from: z.int(), to: memberId.nullable() }),
  'room',
)

/** Opens a round in the current segment, for everybody in the room; again once it is complete. */
export const openRound = floorCommand('round', z.strictObject({ seconds: turnSeconds.nullable() }))

/**
 * Passes the talking piece on: by its holder; by whoever leads, who may also say that the holder had no turn (`had`); by the next
 * one when the holder is gone for a minute. `from` is the number of the turn that the asker saw: whoever is late is told (409).
 */
export const passTurn = floorCommand('pass', z.strictObject({ from: z.int(), had: z.boolean() }), 'room')

export const closeRound = floorCommand('close', z.strictObject({ from: z.int() }))

/** Names who may lead as well. `from` is whom the asker saw there: whoever is late is told (409). */
export const nameCoFacilitator = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/co-facilitator',
  access: 'member',
  params,
  body: z.strictObject({ from: memberId.nullable(), to: memberId.nullable() }),
  output: recorded,
})

/** For the circle's own people. */
export const readFloor = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/floor',
  access: 'member',
  params,
  output: z.strictObject({
    /** Over the circle's last five meetings, this one included; null for fewer than five people or too few turns. */
    evenness: evenness.nullable(),
    /** The asker's own turns, which nobody else is told: in this meeting, and in the last five with it. */
    own: z.strictObject({ here: z.int(), lately: z.int() }),
  }),
})

/** So many of the people who could be invited somebody may set aside; more would put everybody in an order. */
const MOST_SET_ASIDE = 2

/** For whoever facilitates, and for nobody else: somebody who could be invited to speak, without saying why. */
export const suggestQuiet = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/floor/quiet',
  access: 'member',
  params,
  query: z.strictObject({
    /** People whom the asker does not want to invite, with commas between. */
    without: z
      .string()
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(z.array(memberId).max(MOST_SET_ASIDE))
      .optional(),
  }),
  output: z.strictObject({ memberId: memberId.nullable() }),
})
