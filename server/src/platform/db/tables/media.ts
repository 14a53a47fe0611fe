import type { CircleId, FileId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface MediaTables {
  /** An upload: arriving, or whole. Its bytes are in the store of files. */
  file: {
    id: FileId
    /** Whose people may read it. */
    circleId: CircleId
    /** The room that asked for it, and what for: an id of that room's. */
    purpose: string
    target: string
    /** What its owner called it; shown, and never part of a path. */
    label: string
    /** As long as it was announced to be, and as much of it as is there. */
    bytes: number
    received: number
    /** What its first bytes say it is; null until they came. */
    type: string | null
    state: 'arriving' | 'whole'
    createdBy: MemberId
    createdAt: Instant
    /** When something of it last arrived. */
    touchedAt: Instant
    /** Since when nothing refers to it; null while something does. */
    idleSince: Instant | null
  }

  /** The pieces that a file is kept in, one after the other without a gap. */
  filePiece: {
    fileId: FileId
    /** Where in the file it begins. */
    start: number
    bytes: number
    /** Its name in the store of files. */
    name: string
  }
}
