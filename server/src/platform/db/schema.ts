import type { AccountTables } from './tables/account.ts'
import type { CadenceTables } from './tables/cadence.ts'
import type { CaptureTables } from './tables/capture.ts'
import type { CircleTables } from './tables/circle.ts'
import type { FeedTables } from './tables/feed.ts'
import type { FormatTables } from './tables/format.ts'
import type { GuestTables } from './tables/guest.ts'
import type { HoursTables } from './tables/hours.ts'
import type { ImageTables } from './tables/image.ts'
import type { JobTables } from './tables/job.ts'
import type { JournalTables } from './tables/journal.ts'
import type { MediaTables } from './tables/media.ts'
import type { MeetingTables } from './tables/meeting.ts'
import type { NotifyTables } from './tables/notify.ts'
import type { PageTables } from './tables/page.ts'
import type { ProjectionTables } from './tables/projection.ts'
import type { RecordingTables } from './tables/recording.ts'
import type { RitualTables } from './tables/ritual.ts'
import type { RotationTables } from './tables/rotation.ts'
import type { SeatTables } from './tables/seat.ts'
import type { ThreadTables } from './tables/thread.ts'
import type { VersionTables } from './tables/version.ts'

/**
 * Every table of `rondo.sqlite` that Kysely may name; one file in `tables/` for each room that owns some.
 * Columns are camelCase here and snake_case in the database; instants are integer milliseconds, flags 0 or 1,
 * ids text, structures JSON text.
 */
export interface Database
  extends JournalTables,
    ProjectionTables,
    AccountTables,
    CircleTables,
    HoursTables,
    FormatTables,
    RotationTables,
    PageTables,
    CaptureTables,
    ImageTables,
    VersionTables,
    MediaTables,
    ThreadTables,
    MeetingTables,
    RecordingTables,
    CadenceTables,
    FeedTables,
    GuestTables,
    JobTables,
    NotifyTables,
    RitualTables,
    SeatTables {}
