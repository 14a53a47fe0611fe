import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { meetingId, segmentId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'
import { answerText, catchUp, mark, seat, toAnswer } from './model.ts'

const ofMeeting = z.strictObject({ meetingId })

/** The asynchronous seat of a meeting as the asking member sees it. */
export const readSeat = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/seat',
  access: 'member',
  params: ofMeeting,
  output: seat,
})

/** Answers a prompt in one's own time. `from` is `changedAt` of the own answer that the asker saw, null for none. */
export const giveAnswer = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/seat/answers',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, text: answerText, from: instant.nullable() }),
  output: seat,
})

/** Takes one's own answer back; `from` as above. */
export const withdrawAnswer = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/seat/answers/withdraw',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: instant }),
  output: seat,
})

/** Says whether the meeting was worth it: once, and counted without a name. */
export const giveWorth = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/worth',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ mark }),
  output: z.null(),
})

/** What waits for the asking member: meetings to answer in their own time, and what they missed. */
export const readMySeats = defineContract({
  method: 'GET',
  path: '/api/seats',
  access: 'member',
  output: z.strictObject({ toAnswer: z.array(toAnswer), catchUps: z.array(catchUp) }),
})

/** Puts a catch-up away, for it was read. */
export const putAwayCatchUp = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/catch-up/read',
  access: 'member',
  params: ofMeeting,
  output: z.null(),
})
