import { purgeThoseWhoLeft } from '../account/purge.ts'
import { sweepFiles } from '../platform/kept-files.ts'
import { sweepCopies } from '../sync/forget-copies.ts'

const LONGEST_WAIT = 2000
const EVERY = 6 * 3_600_000

/** Deletes what must not be on this device any more, before it could be opened; a slow device goes on meanwhile. */
export async function tidyDevice(): Promise<void> {
  const sweep = () => Promise.all([sweepCopies(), sweepFiles()]).catch(() => {})
  setInterval(() => void sweep(), EVERY)
  const tidied = purgeThoseWhoLeft()
    .catch(() => {})
    .then(sweep)
  await Promise.race([tidied, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))])
}
