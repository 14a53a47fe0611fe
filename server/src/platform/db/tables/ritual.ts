import type { CircleId, MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { RitualName } from '@rondo/shared/ritual/model.ts'

export interface RitualTables {
  /** How a circle keeps a ritual; without a row it is as it comes. */
  ritual: {
    circleId: CircleId
    name: RitualName
    isOn: 0 | 1
    /** For rituals with an hour of their own: 1 is Monday. */
    weekday: number | null
    /** 'HH:MM' in the circle's zone. */
    time: string | null
    /** Counts changes. */
    version: number
    changedBy: MemberId
  }

  /** Friday wins that were opened: one a week. */
  winsOpened: { circleId: CircleId; week: string; meetingId: MeetingId; openedAt: Instant }

  /** Whose slot of a demo day was called. */
  slotCalled: { meetingId: MeetingId; segmentId: SegmentId; calledAt: Instant }
}
