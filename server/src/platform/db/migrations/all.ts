import { journal } from './0001-journal.ts'
import { account } from './0002-account.ts'
import { circle } from './0003-circle.ts'
import { page } from './0004-page.ts'
import { capture } from './0005-capture.ts'
import { thread } from './0006-thread.ts'
import { meeting } from './0007-meeting.ts'
import { version } from './0008-version.ts'
import { circleLife } from './0009-circle-life.ts'
import { format } from './0010-format.ts'
import { cadence } from './0011-cadence.ts'
import { rotation } from './0012-rotation.ts'
import { notify } from './0013-notify.ts'
import { hours } from './0014-hours.ts'
import { followUp } from './0017-follow-up.ts'
import { seat } from './0018-seat.ts'
import { guest } from './0019-guest.ts'
import { media } from './0020-media.ts'
import { image } from './0021-image.ts'
import { firstAuthor } from './0022-first-author.ts'
import type { Migration } from './migration.ts'

/** In the order in which they run; a new one is added at the end. */
export const migrations: readonly Migration[] = [
  journal,
  account,
  circle,
  page,
  capture,
  thread,
  meeting,
  version,
  circleLife,
  format,
  cadence,
  rotation,
  notify,
  hours,
  followUp,
  seat,
  guest,
  media,
  image,
  firstAuthor,
]
