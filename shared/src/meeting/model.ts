import { z } from 'zod'
import { circleId, documentId, meetingId, memberId, pageId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'
import { meetingEvent, roles } from './events.ts'

export const meetingTitle = line(160)

/** Whether somebody comes: into the room, in their own time, or not at all. */
export const rsvpAnswer = z.enum(['there', 'own-time', 'not-this-time'])
export type RsvpAnswer = z.infer<typeof rsvpAnswer>

const neighbour = z.strictObject({
  id: meetingId,
  number: z.int().min(1),
  title: meetingTitle,
  startsAt: instant,
})

const phase = z.enum(['scheduled', 'live', 'wrapped', 'cancelled'])

export const meeting = z.strictObject({
  id: meetingId,
  circleId,
  /** 1, 2, 3 … within the circle. */
  number: z.int().min(1),
  title: meetingTitle,
  /** A preset, or one of the circle's own, which may have been changed or removed since. */
  format: z.string(),
  /** What the circle's own format was called then; null for a preset. */
  formatName: z.string().nullable(),
  timeZone,
  plannedMinutes: z.int().min(0),
  pageId,
  documentId,
  events: z.array(meetingEvent),
  rsvps: z.array(z.strictObject({ memberId, answer: rsvpAnswer })),
  previous: neighbour.nullable(),
  next: neighbour.nullable(),
  /** Whether the asking member may write in the page and run the meeting. */
  mayWrite: z.boolean(),
})
export type Meeting = z.infer<typeof meeting>

/** A line in a list of meetings. */
export const meetingSummary = z.strictObject({
  id: meetingId,
  circleId,
  number: z.int().min(1),
  title: meetingTitle,
  phase,
  /** Why it was cancelled; null while it was not. */
  cancelReason: z.string().nullable(),
  startsAt: instant,
  timeZone,
  plannedMinutes: z.int().min(0),
  pageId,
  roles,
  rsvps: z.array(z.strictObject({ memberId, answer: rsvpAnswer })),
  counts: z.strictObject({ decision: z.int(), next: z.int(), question: z.int() }),
})
export type MeetingSummary = z.infer<typeof meetingSummary>
