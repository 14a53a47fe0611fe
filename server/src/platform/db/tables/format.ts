import type { PresetId } from '@rondo/shared/format/model.ts'
import type { CircleId, FormatId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface FormatTables {
  /** A format that a circle keeps for itself. Meetings hold copies, so a row may change and go. */
  ownFormat: {
    id: FormatId
    circleId: CircleId
    /** 1, 2, 3 … with every change. */
    version: number
    basedOn: PresetId | null
    name: string
    /** JSON: about, segments, roles, page. */
    shape: string
    changedBy: MemberId
    changedAt: Instant
  }
}
