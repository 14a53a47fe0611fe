import type { Actor } from '@rondo/shared/account/model.ts'
import type { WorkingHours } from '@rondo/shared/hours/model.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { transact } from '../platform/db/database.ts'
import { type KnownHours, saveHours } from './store.ts'

/** Says when the actor works. Everybody hears that something about them changed, but not what. */
export const changeOwnHours = (
  { db, journal, clock }: Context,
  { memberId }: Actor,
  hours: WorkingHours,
): Promise<Result<KnownHours>> =>
  transact(db, async (tx) => {
    await saveHours(tx, memberId, hours, clock.now())
    const changed = { name: 'member.changed', payload: { memberId } } as const
    await journal.append(tx, [{ ...changed, audience: { everyone: true }, by: memberId }])
    return accept({ hours, isAssumed: false })
  })
