import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import type { AgendaItem } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import type { Run } from './commands.ts'
import type { Onlooker, Planned } from './leading.ts'

/** What the parts of a meeting room look at, and the one way to change it. */
export interface Room {
  readonly meeting: Meeting
  readonly events: readonly MeetingEvent[]
  readonly state: Planned
  /** The segments as they stand in the document now. */
  readonly items: readonly AgendaItem[]
  /** The lanes that are not open to the reader yet. */
  readonly hidden: ReadonlySet<SegmentId>
  /** Whether a next step stands in the document. */
  readonly caughtNext: boolean
  readonly onlooker: Onlooker
  /** Whether the server can be asked now. */
  readonly online: boolean
  readonly run: Run
  /** Leaves the room for the show-notes, once the meeting is wrapped. */
  readonly readNotes: () => void
}
