import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface HoursTables {
  /** When somebody works, in their own zone; nobody has a row who has not said so. */
  workingHours: {
    memberId: MemberId
    /** ISO weekdays as a JSON list. */
    days: string
    /** 'HH:MM'. */
    fromTime: string
    toTime: string
    changedAt: Instant
  }
}
