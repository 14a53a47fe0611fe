import type { CircleId, DocumentId, MeetingId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { MeetingSummary, RsvpAnswer } from '@rondo/shared/meeting/model.ts'

export interface MeetingTables {
  meeting: {
    id: MeetingId
    circleId: CircleId
    /** 1, 2, 3 … within the circle. */
    number: number
    title: string
    /** A preset, or one of the circle's own. */
    format: string
    /** What the circle's own format was called when the meeting was made; null for a preset. */
    formatName: string | null
    /** JSON: the roles that the format named; null where it named none. */
    wantedRoles: string | null
    plannedMinutes: number
    pageId: PageId
    documentId: DocumentId
    /** The rest is a fold of the log, kept for lists. */
    phase: MeetingSummary['phase']
    startsAt: Instant
    facilitatorId: MemberId | null
    presenterId: MemberId | null
    noteTakerId: MemberId | null
    /** The holders of the circle's other roles, JSON. */
    otherRoles: string
  }

  /** A meeting's log. Append-only. */
  meetingEvent: {
    meetingId: MeetingId
    /** 1, 2, 3 … without gaps. */
    seq: number
    at: Instant
    by: MemberId
    type: MeetingEvent['type']
    /** The other fields of the event, JSON. */
    detail: string
  }

  rsvp: { meetingId: MeetingId; memberId: MemberId; answer: RsvpAnswer }
}
