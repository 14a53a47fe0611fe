import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import type { CircleDoor } from '../account/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { circleFor } from './queries.ts'
import { freeSeats } from './rules.ts'
import { takeSeat } from './seat-commands.ts'
import { findCircle } from './store.ts'

/** What invitations ask of circles; `app` hands it to the accounts, which are a lower room. */
export const circleDoor = (context: Pick<Context, 'journal' | 'clock'>): CircleDoor => ({
  mayInvite: async (reader, actor, circleId) => {
    const permitted = await permit(reader, actor, 'invite', circleId)
    return permitted.ok && hasSeatToOffer(reader, actor, circleId)
  },
  nameOf: async (reader, circleId) => (await findCircle(reader, circleId))?.name ?? null,
  takeSeat: (tx, circleId, memberId) => takeSeat(context, tx, { circleId, memberId, by: memberId }),
})

/** An invitation is the promise of a seat, kept whenever it is taken up: where none is free only a host makes it. */
const hasSeatToOffer = async (reader: Reader, actor: Actor, circleId: CircleId): Promise<boolean> => {
  const found = await circleFor(reader, actor, circleId)
  if (!found.ok) return false
  return found.value.standing === 'host' || freeSeats(found.value) > found.value.waiting.length
}
