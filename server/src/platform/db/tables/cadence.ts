import type { Locale } from '@rondo/shared/account/model.ts'
import type { FormatRef } from '@rondo/shared/format/model.ts'
import type { CadenceId, CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface CadenceTables {
  /** When a circle meets. A circle has one that has not ended. */
  cadence: {
    id: CadenceId
    circleId: CircleId
    /** 1, 2, 3 … over all cadences that the circle ever had. */
    version: number
    title: string
    format: FormatRef
    /** The format as it was when it was chosen, JSON, for when the circle removes it. */
    keptFormat: string
    /** The language of whoever chose the format, in which its words become content. */
    locale: Locale
    rule: string
    startsOn: string
    /** Wall times, JSON. */
    times: string
    /** Days without a meeting, JSON. */
    exceptions: string
    changedBy: MemberId
    changedAt: Instant
    endedAt: Instant | null
  }

  /** Which meeting stands for which day of a cadence. The key admits one meeting a day, so none is made twice. */
  cadenceOccurrence: {
    cadenceId: CadenceId
    /** The day that the rule named, 'YYYY-MM-DD' in the circle's zone. */
    date: string
    meetingId: MeetingId
    /** When the cadence put it; where the meeting starts at another time, somebody moved it. */
    plannedAt: Instant
    /** What it was made from, and what its page held then: whoever changed either touched it. */
    title: string
    shape: string
    digest: string
  }
}
