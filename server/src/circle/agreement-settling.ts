import type { CircleId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { describeError } from '../platform/log/describe-error.ts'
import { bindToVersion, circlesWithProposal, updateAgreement } from './agreement-store.ts'
import { viewAgreement } from './agreement-view.ts'

/**
 * Stores what all said yes to, or what nobody objected to for seven days. Everything that asks who is bound or who has a say
 * settles first, so it does not matter how late this is.
 */
export const settleAgreement = async (
  { journal }: Pick<Context, 'journal'>,
  tx: Tx,
  circleId: CircleId,
  now: Instant,
): Promise<boolean> => {
  const view = await viewAgreement(tx, circleId, now)
  if (view === undefined || view.due === null) return false
  const { proposal, at, how } = view.due
  await updateAgreement(tx, proposal.id, { state: 'agreed', inForceAt: at, how })
  await bindToVersion(tx, circleId, proposal.version, view.circle.agreedVersion === null)
  await journal.append(tx, [
    { name: 'circle.agreement-changed', payload: { circleId }, audience: { circleId }, by: null },
  ])
  return true
}

/**
 * For a scheduler: stores every agreement that is in force by `now`, and answers how many. Doing it twice, or days late, changes
 * nothing that anybody sees, except that people who look hear of it. A circle where it fails holds up no other.
 */
export const settleAgreements = async (context: Context, now: Instant): Promise<number> => {
  let settled = 0
  for (const circleId of await circlesWithProposal(context.db.read)) {
    const done = await transact(context.db, (tx) => settleAgreement(context, tx, circleId, now)).catch(
      (error: unknown) => {
        context.log.error({ circleId, ...describeError(error) }, 'an agreement could not be settled')
        return false
      },
    )
    if (done) settled += 1
  }
  return settled
}
