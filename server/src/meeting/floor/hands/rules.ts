import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Hand } from '@rondo/shared/meeting/floor.ts'

/** How many turns everybody had lately. It stays on the server: what leaves it is an order of hands. */
export type Turns = ReadonlyMap<MemberId, number>

/** Whoever had the fewest turns comes first; of those who had as many, whoever raised a hand first. */
export const queueOf = (hands: readonly Hand[], turns: Turns): MemberId[] => {
  const had = ({ memberId }: Hand) => turns.get(memberId) ?? 0
  return hands
    .toSorted((a, b) => had(a) - had(b) || a.raisedAt - b.raisedAt || (a.memberId < b.memberId ? -1 : 1))
    .map(({ memberId }) => memberId)
}
