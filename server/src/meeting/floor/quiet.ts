import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import type { Live } from '../ground/rules.ts'
import type { Turns } from './hands/rules.ts'

/** Before so many turns were taken, nobody has been quiet for long. */
const TURNS_BEFORE = 3

interface Quiet {
  /** Members who are in the room, in the order of their seats. */
  here: readonly MemberId[]
  /** In this meeting. */
  now: Turns
  /** In the last five, this one included. */
  lately: Turns
  without: readonly MemberId[]
}

/**
 * Whom the facilitator might invite: of those who are here and had no turn today, whoever had the fewest lately. Nobody while a
 * round gives a turn to everybody, and nobody who asked for the word.
 */
export const quietOne = (live: Live, { here, now, lately, without }: Quiet): MemberId | null => {
  const taken = [...now.values()].reduce((sum, turns) => sum + turns, 0)
  if (taken < TURNS_BEFORE || currentRound(live)?.holder) return null
  const { hands, word } = live.floor
  const busy = new Set([
    live.roles.facilitator,
    live.coFacilitator,
    word.memberId,
    ...hands.map(({ memberId }) => memberId),
    ...without,
  ])
  const quiet = here.filter((id) => !busy.has(id) && (now.get(id) ?? 0) === 0)
  const [first] = quiet.toSorted((a, b) => (lately.get(a) ?? 0) - (lately.get(b) ?? 0))
  return first ?? null
}
