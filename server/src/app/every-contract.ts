import * as account from '@rondo/shared/account/contract.ts'
import * as cadence from '@rondo/shared/cadence/contract.ts'
import * as capture from '@rondo/shared/capture/contract.ts'
import * as agreement from '@rondo/shared/circle/agreement-contract.ts'
import * as circle from '@rondo/shared/circle/contract.ts'
import * as course from '@rondo/shared/circle/course-contract.ts'
import * as feed from '@rondo/shared/feed/contract.ts'
import * as format from '@rondo/shared/format/contract.ts'
import * as guest from '@rondo/shared/guest/contract.ts'
import * as hours from '@rondo/shared/hours/contract.ts'
import * as image from '@rondo/shared/image/contract.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import * as markdown from '@rondo/shared/markdown/contract.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import * as floor from '@rondo/shared/meeting/floor-contract.ts'
import * as pace from '@rondo/shared/meeting/pace-contract.ts'
import * as notify from '@rondo/shared/notify/contract.ts'
import * as page from '@rondo/shared/page/contract.ts'
import * as recording from '@rondo/shared/recording/contract.ts'
import * as ritual from '@rondo/shared/ritual/contract.ts'
import * as rotation from '@rondo/shared/rotation/contract.ts'
import * as seat from '@rondo/shared/seat/contract.ts'
import * as thread from '@rondo/shared/thread/contract.ts'
import * as version from '@rondo/shared/version/contract.ts'

/** Every room's contracts; what else a file of contracts exports is none. */
const rooms: readonly object[] = [
  account,
  agreement,
  cadence,
  capture,
  circle,
  course,
  feed,
  floor,
  format,
  guest,
  hours,
  image,
  markdown,
  meeting,
  notify,
  pace,
  page,
  recording,
  ritual,
  rotation,
  seat,
  thread,
  version,
]

const isContract = (one: unknown): one is Contract =>
  typeof one === 'object' && one !== null && 'path' in one && 'access' in one

/** Every contract of the product by its method and path. */
export const named: readonly (readonly [string, Contract])[] = rooms
  .flatMap((room) => Object.values(room))
  .filter(isContract)
  .map((contract) => [`${contract.method} ${contract.path}`, contract])
