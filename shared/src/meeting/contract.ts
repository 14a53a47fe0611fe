import { z } from 'zod'
import { formatRef, formatRoles, MOST_SEGMENTS, pageTemplate, plannedSegment } from '../format/model.ts'
import { defineContract } from '../kernel/contract.ts'
import { circleId, meetingId, memberId, segmentId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'
import { role } from '../rotation/model.ts'
import { meetingEvent, seatWindow, studyChange } from './events.ts'
import { meeting, meetingSummary, meetingTitle, rsvpAnswer } from './model.ts'

const ofMeeting = z.strictObject({ meetingId })
const recorded = z.strictObject({ events: z.array(meetingEvent) })

/** Makes the meeting, its page and its document. Roles that are left out follow the rota. */
export const scheduleMeeting = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/meetings',
  access: 'member',
  params: z.strictObject({ circleId }),
  body: z.strictObject({
    title: meetingTitle,
    format: formatRef,
    startsAt: instant,
    segments: z.array(plannedSegment).min(1).max(MOST_SEGMENTS),
    /** What stands above the agenda. */
    page: pageTemplate.optional(),
    /** The roles that are needed; all of the circle's where it is left out. */
    roles: formatRoles.optional(),
    facilitatorId: memberId.optional(),
    presenterId: memberId.optional(),
    noteTakerId: memberId.optional(),
  }),
  output: meeting,
})

/** All meetings of a circle, latest first. */
export const listMeetings = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/meetings',
  access: 'member',
  params: z.strictObject({ circleId }),
  output: z.strictObject({ meetings: z.array(meetingSummary) }),
})

/** Live meetings and the next four scheduled ones of every circle in which the asking member sits, soonest first. */
export const listMyMeetings = defineContract({
  method: 'GET',
  path: '/api/meetings',
  access: 'member',
  output: z.strictObject({ meetings: z.array(meetingSummary) }),
})

export const readMeeting = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId',
  access: 'room',
  params: ofMeeting,
  output: meeting,
})

const planned = z.strictObject({ title: meetingTitle, startsAt: instant }).partial()

/**
 * Moves a scheduled meeting, or gives it another title. `from` says what the asker saw in the fields that they change: where somebody
 * else was faster, nothing is changed.
 */
export const changeMeeting = defineContract({
  method: 'PATCH',
  path: '/api/meetings/:meetingId',
  access: 'member',
  params: ofMeeting,
  body: planned
    .extend({ from: planned.optional() })
    .refine((asked) => Object.keys(asked).some((field) => field !== 'from'), 'must change something'),
  output: meeting,
})

/** Starts the meeting; the first segment is entered with it, and whoever starts it has joined. */
export const startMeeting = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/start',
  access: 'member',
  params: ofMeeting,
  output: recorded,
})

/** Notes that the asking member is in the room. Asked again it changes nothing. */
export const joinMeeting = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/join',
  access: 'room',
  params: ofMeeting,
  output: recorded,
})

/** Moves the light. `from` is the segment the asker saw as current: whoever is late is told (409). */
export const enterSegment = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/segments',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ from: segmentId.nullable(), to: segmentId }),
  output: recorded,
})

/** Gives a role to somebody. `from` is the holder the asker saw: whoever is late is told (409). */
export const handOverRole = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/hand-over',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ role, from: memberId.nullable(), to: memberId }),
  output: recorded,
})

/** Puts the people who are here together anew. `from` is the number of the match that the asker saw, null for none. */
export const matchPeople = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/match',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ from: z.int().nullable(), people: z.array(memberId).min(1).max(500) }),
  output: recorded,
})

/** Stops the study timer, sets it going, or goes on to the next focus or pause; `from` as above. */
export const setStudy = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/study',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ from: z.int(), change: studyChange }),
  output: recorded,
})

/** Takes an observer's lane or gives it back. `from` is the observer the asker saw: whoever is late is told (409). */
export const takeLane = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/lane',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ segmentId, from: memberId.nullable(), to: memberId.nullable() }),
  output: recorded,
})

/** Ends the meeting. `noNextStep`: asked about the next steps, the asker said that there is none, on purpose. */
export const wrapMeeting = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/wrap',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ noNextStep: z.boolean() }),
  output: recorded,
})

/** Changes when answers in one's own time are taken. `from` is the window the asker saw: whoever is late is told (409). */
export const setWindow = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/window',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ from: seatWindow, to: seatWindow }),
  output: recorded,
})

export const cancelMeeting = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/cancel',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ reason: meetingTitle }),
  output: recorded,
})

export const answerRsvp = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/rsvp',
  access: 'member',
  params: ofMeeting,
  body: z.strictObject({ answer: rsvpAnswer }),
  output: z.null(),
})
