import { z } from 'zod'
import { pairGroup } from '../format/pairs.ts'
import { segmentPart } from '../format/part.ts'
import { captureId, type MemberId, memberId, segmentId } from '../kernel/id.ts'
import { type Instant, instant } from '../kernel/time.ts'
import { KNOWN_ROLES, type KnownRole, type Role, role } from '../rotation/model.ts'
import { floorEvents } from './floor-events.ts'
import { stamp } from './stamp.ts'

const holder = memberId.nullable()

/** Who holds which role; null where nobody does. A circle's other roles are named too where it has some. */
export const roles = z
  .object({ facilitator: holder, presenter: holder, 'note-taker': holder })
  .catchall(holder)
export type Roles = z.infer<typeof roles>

/** Who holds a role; a role that the meeting does not know is held by nobody. */
export const holderOf = (held: Roles, which: Role): MemberId | null => held[which] ?? null

/** The roles of a meeting that the product knows by name, in their order. */
export const knownRolesOf = (held: Roles): KnownRole[] => KNOWN_ROLES.filter((which) => which in held)

/** What a segment of this meeting is for the room. */
export const partOfSegment = z.strictObject({ segmentId, part: segmentPart })
export type PartOfSegment = z.infer<typeof partOfSegment>

/** Who works with whom. */
export const match = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pairs'), groups: z.array(pairGroup) }),
  z.strictObject({
    kind: z.literal('swap'),
    reviews: z.array(z.strictObject({ reviewer: memberId, reviewed: memberId })),
  }),
])
export type Match = z.infer<typeof match>

export const studyChange = z.enum(['stop', 'resume', 'skip'])
export type StudyChange = z.infer<typeof studyChange>

/** When an event came, and as which of the log. */
export interface When {
  at: Instant
  seq: number
}

/** How long before and after the start of a meeting answers in one's own time are taken, in minutes. */
export const seatWindow = z.strictObject({
  before: z
    .int()
    .min(0, 'must open before the start or with it')
    .max(7 * 24 * 60, 'must open a week before the start at the earliest'),
  after: z
    .int()
    .min(60, 'must close an hour after the start at the earliest')
    .max(14 * 24 * 60, 'must close two weeks after the start at the latest'),
})
export type SeatWindow = z.infer<typeof seatWindow>

/** One fact in a meeting's log. The log is append-only; a meeting's state is nothing but a fold over it. */
export const meetingEvent = z.discriminatedUnion('type', [
  z.strictObject({
    ...stamp,
    type: z.literal('scheduled'),
    startsAt: instant,
    roles,
    /** What the room does in some of the segments: a copy, so that a changed format changes no meeting. */
    parts: z.array(partOfSegment).optional(),
  }),
  z.strictObject({ ...stamp, type: z.literal('rescheduled'), startsAt: instant }),
  /** The rota changed while the meeting was still to come: from now on these people hold its roles. */
  z.strictObject({ ...stamp, type: z.literal('roles-planned'), roles }),
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
  /** Who works with whom in this segment; a later one for the same segment takes its place. */
  z.strictObject({ ...stamp, type: z.literal('matched'), segmentId, match }),
  /** Somebody stopped the study timer, set it going again, or went on to the next focus or pause. */
  z.strictObject({ ...stamp, type: z.literal('study-set'), segmentId, change: studyChange }),
  /** Who observes; null when they gave it back. */
  z.strictObject({ ...stamp, type: z.literal('lane-taken'), segmentId, memberId: memberId.nullable() }),
  ...floorEvents,
  /** The segment was given more time than its plan. */
  z.strictObject({
    ...stamp,
    type: z.literal('segment-extended'),
    segmentId,
    minutes: z.int().min(1).max(60),
  }),
  /** From now on no time counts. */
  z.strictObject({ ...stamp, type: z.literal('paused') }),
  z.strictObject({ ...stamp, type: z.literal('resumed') }),
  /** Somebody moved a segment; the whole order as it is then. */
  z.strictObject({ ...stamp, type: z.literal('agenda-ordered'), segmentId, order: z.array(segmentId) }),
  /** What the room does in a segment from now on; null for nothing beyond its time. */
  z.strictObject({ ...stamp, type: z.literal('part-set'), segmentId, part: segmentPart.nullable() }),
  /** Whose event it is gave their dots; a later one for the same segment takes its place. */
  z.strictObject({ ...stamp, type: z.literal('vote-cast'), segmentId, captureIds: z.array(captureId) }),
  z.strictObject({
    ...stamp,
    type: z.literal('wrapped'),
    /** Asked about the next steps, whoever wrapped it up said that there is none, on purpose. */
    noNextStep: z.literal(true).optional(),
  }),
  /** Answers in one's own time are taken for longer, or not so long. */
  z.strictObject({ ...stamp, type: z.literal('window-set'), window: seatWindow }),
  z.strictObject({ ...stamp, type: z.literal('cancelled'), reason: z.string() }),
])
export type MeetingEvent = z.infer<typeof meetingEvent>

/** An event that has not been given its number, time and author yet. */
export type NewMeetingEvent = MeetingEvent extends infer E
  ? E extends MeetingEvent
    ? Omit<E, 'seq' | 'at' | 'by'>
    : never
  : never
