import type { signOut } from '@rondo/shared/account/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { call } from '../platform/http.ts'
import { draftsOf, forgetKept } from '../platform/storage.ts'

/** Another tab may still hold a copy open; it loses its session too and lets go by itself. */
const LONGEST_WAIT = 2000

/**
 * Signs out and leaves nothing of the person on this device: their drafts and copies of documents go, and the full
 * load of the door empties the memory of the tab.
 */
export async function leave(contract: typeof signOut, memberId: MemberId): Promise<void> {
  await call(contract)
  forgetKept(draftsOf(memberId))
  const { forgetLocalCopies } = await import('../sync/index.ts')
  await Promise.race([
    forgetLocalCopies().catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT)),
  ])
  window.location.assign('/sign-in')
}
