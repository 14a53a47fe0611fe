import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { nextTurn, type Round } from '@rondo/shared/meeting/floor.ts'

/** So long a holder who is not in the room keeps the piece; the server holds to the same. */
const PATIENCE = MINUTE

interface Sight {
  readonly round: Round
  readonly here: ReadonlySet<MemberId>
  readonly me: MemberId
  readonly now: number
}

/** Whether the next turn is mine and nobody is there to pass it to me. */
export function mayTakeTurn({ round, here, me, now }: Sight): boolean {
  if (round.holder === me || nextTurn(round, here).to !== me) return false
  return round.holder === null || (!here.has(round.holder) && now - round.since >= PATIENCE)
}
