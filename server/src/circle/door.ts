import type { CircleDoor } from '../account/index.ts'
import type { Context } from '../journal/context.ts'
import { permit } from './access.ts'
import { takeSeat } from './seat-commands.ts'
import { findCircle } from './store.ts'

/** What invitations ask of circles; `app` hands it to the accounts, which are a lower room. */
export const circleDoor = (context: Pick<Context, 'journal' | 'clock'>): CircleDoor => ({
  mayInvite: async (reader, actor, circleId) => (await permit(reader, actor, 'invite', circleId)).ok,
  nameOf: async (reader, circleId) => (await findCircle(reader, circleId))?.name ?? null,
  takeSeat: (tx, circleId, memberId) => takeSeat(context, tx, { circleId, memberId, by: memberId }),
})
