import type { signOut } from '@rondo/shared/account/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { forgetAnswers } from '../platform/answers.ts'
import { call } from '../platform/http.ts'
import { filesKept } from '../platform/kept-files.ts'
import { hasUnsent } from '../sync/copy-records.ts'
import { leaveUnguarded, wouldLoseSomething } from '../sync/leave-guard.ts'
import { LEFT, markLeft, purge } from './purge.ts'

/** A device that is slow to delete must not hold anybody: what is left goes at the next start. */
const LONGEST_WAIT = 2000

const within = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => {}), new Promise((resolve) => setTimeout(resolve, ms))])

/** Long enough for a page or two that wait to be sent. */
const LONGEST_SENDING = 6000

const goToTheDoor = (): void => {
  leaveUnguarded()
  void forgetAnswers().catch(() => {})
  window.location.assign('/sign-in')
}

/**
 * Signs out and leaves nothing of the person on this device: their drafts, copies of documents and answers go, in every tab,
 * and the full load of the door empties the memory of this one. What the server does not have yet is sent first; `mayDrop`
 * is asked where that was not possible.
 */
export async function leave(
  contract: typeof signOut,
  memberId: MemberId,
  mayDrop: () => boolean,
): Promise<void> {
  if (!(await sendFirst(memberId)) && !mayDrop()) return
  await call(contract)
  markLeft(memberId)
  await within(LONGEST_WAIT, purge(memberId))
  goToTheDoor()
}

/** Sends what is on this device only, as far as the server is there; answers whether everything went. */
async function sendFirst(memberId: MemberId): Promise<boolean> {
  if (hasUnsent(memberId)) {
    const { sendWhatWaits } = await import('../sync/send-what-waits.ts')
    await within(LONGEST_SENDING, sendWhatWaits(memberId, { olderThanMs: 0 }))
  }
  if (hasUnsent(memberId) || wouldLoseSomething()) return false
  // A picture goes only while its page is open.
  return (await filesKept(memberId)).length === 0
}

/** Goes to the door as soon as somebody signs out in another tab of this browser; answers how to stop. */
export function whenLeftElsewhere(): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key?.startsWith(`rondo.${LEFT}`) && newValue !== null) goToTheDoor()
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
