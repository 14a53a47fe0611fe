import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'

/** The text of a proposal that somebody speaks of. */
export interface Seen {
  version: number
  revision: number
}

/** The proposal if it is still the one that the asker saw; otherwise who was faster. */
export const seenProposal = async <Open extends Seen & { editedBy: MemberId }>(
  open: Open | null,
  { version, revision }: Seen,
  nameOf: (id: MemberId) => Promise<string>,
): Promise<Result<Open>> => {
  if (open === null || open.version !== version)
    return refuse('conflict', 'This proposal is decided or was taken back meanwhile.', {
      reason: 'circle.proposal-gone',
    })
  if (open.revision !== revision)
    return refuse(
      'conflict',
      `${await nameOf(open.editedBy)} changed the proposal meanwhile. Read it again.`,
      {
        reason: 'circle.proposal-edited',
      },
    )
  return accept(open)
}
