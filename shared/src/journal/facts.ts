import { z } from 'zod'
import {
  circleId,
  formatId,
  meetingId,
  memberId,
  pageId,
  postId,
  recordingId,
  swapId,
  threadId,
  versionId,
} from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'
import { meetingEvent } from '../meeting/events.ts'
import { DECISIONS, role, swap } from '../rotation/model.ts'

/**
 * Everything that the journal can hold, by name. A payload carries ids and numbers, never a title or a text:
 * whoever hears of a fact asks for the thing itself and is answered by `may`.
 */
export const facts = {
  'member.joined': z.strictObject({ memberId }),
  'member.changed': z.strictObject({ memberId }),
  'circle.created': z.strictObject({ circleId }),
  'circle.changed': z.strictObject({ circleId }),
  'circle.seat-taken': z.strictObject({ circleId, memberId }),
  'circle.seat-left': z.strictObject({ circleId, memberId }),
  'circle.waiting-changed': z.strictObject({ circleId }),
  /** Its goals, its exit, or what follows from them. */
  'circle.course-changed': z.strictObject({ circleId }),
  'circle.agreement-changed': z.strictObject({ circleId }),
  /** A member accepted the agreement in force, and may write from now on. */
  'circle.agreement-accepted': z.strictObject({ circleId, memberId }),
  /** It was set, changed or ended; what became of its meetings is told of each of them. */
  'cadence.changed': z.strictObject({ circleId }),
  /** A meeting to come that nobody had touched is gone, for the cadence no longer wants it. */
  'meeting.withdrawn': z.strictObject({ circleId, meetingId }),
  /** One of the circle's own formats was kept, changed or removed. */
  'format.changed': z.strictObject({ circleId, formatId }),
  /** Cells, away ranges, stances, roles or swaps of the circle's rota are not what they were. */
  'rotation.changed': z.strictObject({ circleId }),
  /** A person decided about a turn; `memberId` is whose it is now. Heard by the circle's own people. */
  'rotation.turn-decided': z.strictObject({
    circleId,
    meetingId,
    role,
    memberId: memberId.nullable(),
    decision: z.enum([...DECISIONS, 'declined', 'skipped', 'released']),
    by: memberId,
  }),
  /** Heard by the two whom the swap concerns. */
  'rotation.swap-changed': z.strictObject({
    circleId,
    swapId,
    by: memberId,
    to: memberId,
    state: swap.shape.state,
  }),
  'meeting.scheduled': z.strictObject({ circleId, meetingId }),
  'meeting.changed': z.strictObject({ circleId, meetingId }),
  'meeting.event-recorded': z.strictObject({ circleId, meetingId, event: meetingEvent }),
  /** A link for guests was made or ended, or a guest came. */
  'guests.changed': z.strictObject({ circleId, meetingId }),
  'meeting.rsvp-answered': z.strictObject({ circleId, meetingId, memberId }),
  /** Somebody answered a meeting's prompts in their own time or took that back, or its window closed. */
  'seat.changed': z.strictObject({ circleId, meetingId }),
  /** Heard by the member alone, on all their devices: what they missed they have read. */
  'seat.caught-up': z.strictObject({ meetingId }),
  /** A link was added, or the last byte of an upload came. */
  'recording.added': z.strictObject({ circleId, meetingId, recordingId, by: memberId }),
  /** It begins at another time, has another transcript or other speakers, or is gone. */
  'recording.changed': z.strictObject({ circleId, meetingId, recordingId }),
  'page.created': z.strictObject({ pageId, circleId: circleId.nullable() }),
  'page.renamed': z.strictObject({ pageId, circleId: circleId.nullable() }),
  /** What was read out of the document changed: outline, links, words. */
  'page.projected': z.strictObject({ pageId, linked: z.array(pageId) }),
  /** Its list of versions changed. */
  'page.versions-changed': z.strictObject({ pageId }),
  /** Somebody brought an older version back, as edits of their own. */
  'page.restored': z.strictObject({ pageId, versionId, by: memberId }),
  /** Somebody made it say what a file says; a version holds what it said before. */
  'page.replaced': z.strictObject({ pageId, by: memberId }),
  /** What was deleted from it, and all its versions, are gone for good. */
  'page.history-erased': z.strictObject({ pageId, by: memberId }),
  'captures.changed': z.strictObject({
    pageId,
    circleId: circleId.nullable(),
    meetingId: meetingId.nullable(),
  }),
  'thread.opened': z.strictObject({ circleId, threadId }),
  'thread.posted': z.strictObject({ circleId, threadId, postId, seq: z.int().min(1), by: memberId }),
  /** Heard by the reader alone, on all their devices. */
  'thread.read': z.strictObject({ threadId, upTo: z.int().min(0) }),
  /** What a member was told, or has read, changed. */
  'notifications.changed': z.strictObject({}),
  /** A circle turned a ritual on or off, or gave it another hour. */
  'rituals.changed': z.strictObject({ circleId }),
} as const

export type FactName = keyof typeof facts
export type FactPayload<Name extends FactName> = z.infer<(typeof facts)[Name]>

/** A fact in the journal, numbered in the order of commits. */
export type Fact = {
  [Name in FactName]: { seq: number; at: number; name: Name; payload: FactPayload<Name> }
}[FactName]

/** Parses the envelope and the payload of a fact that came over the wire. */
export const fact = z.custom<Fact>((value) => {
  const envelope = z
    .object({
      seq: z.int().min(1),
      at: instant,
      name: z.enum(Object.keys(facts) as [FactName]),
      payload: z.unknown(),
    })
    .safeParse(value)
  return envelope.success && facts[envelope.data.name].safeParse(envelope.data.payload).success
}, 'is not a known fact')
