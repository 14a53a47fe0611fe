import type { CircleId, MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { RitualName } from '@rondo/shared/ritual/model.ts'

export interface RitualTables {
  /** What a circle set about a ritual; without a row it is as it comes. */
  ritual: {
    circleId: CircleId
    name: RitualName
    isOn: 0 | 1
    /** For rituals with an hour of their own: 1 is Monday. */
    weekday: number | null
    /** 'HH:MM' in the circle's zone. */
    time: string | null
    /** Counts changes, so that of two hosts who change it at once the later is told. */
    version: number
    changedBy: MemberId | null
  }

  /** Friday wins that were opened: one a week. */
  winsOpened: { circleId: CircleId; week: string; meetingId: MeetingId; openedAt: Instant }

  /** Who is asked to fill an empty presenter slot. */
  presenterSlot: {
    meetingId: MeetingId
    circleId: CircleId
    state: 'offered' | 'accepted' | 'open-mic' | 'unfilled'
    offeredTo: MemberId | null
    /** Members who declined, JSON, in order. */
    declined: string
    changedAt: Instant
  }

  /** Whose slot of a demo day was called. */
  slotCalled: { meetingId: MeetingId; segmentId: SegmentId; calledAt: Instant }
}
