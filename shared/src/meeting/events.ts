import { z } from 'zod'
import { memberId, segmentId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'
import { role } from '../rotation/model.ts'

/** Who holds which role; null where nobody does. */
export const roles = z.strictObject({
  facilitator: memberId.nullable(),
  presenter: memberId.nullable(),
  'note-taker': memberId.nullable(),
})
export type Roles = z.infer<typeof roles>

const stamp = {
  /** 1, 2, 3 … within one meeting, without gaps. */
  seq: z.int().min(1),
  at: instant,
  by: memberId,
}

/** One fact in a meeting's log. The log is append-only; a meeting's state is nothing but a fold over it. */
export const meetingEvent = z.discriminatedUnion('type', [
  z.strictObject({ ...stamp, type: z.literal('scheduled'), startsAt: instant, roles }),
  z.strictObject({ ...stamp, type: z.literal('rescheduled'), startsAt: instant }),
  z.strictObject({ ...stamp, type: z.literal('started') }),
  /** Somebody opened the room while the meeting was live. A lost connection leaves no event. */
  z.strictObject({ ...stamp, type: z.literal('joined'), memberId }),
  z.strictObject({ ...stamp, type: z.literal('segment-entered'), segmentId }),
  z.strictObject({
    ...stamp,
    type: z.literal('role-handed-over'),
    role,
    from: memberId.nullable(),
    to: memberId,
  }),
  z.strictObject({ ...stamp, type: z.literal('wrapped') }),
  z.strictObject({ ...stamp, type: z.literal('cancelled'), reason: z.string() }),
])
export type MeetingEvent = z.infer<typeof meetingEvent>

/** An event that has not been given its number, time and author yet. */
export type NewMeetingEvent = MeetingEvent extends infer E
  ? E extends MeetingEvent
    ? Omit<E, 'seq' | 'at' | 'by'>
    : never
  : never
