import type { Account, Locale } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { colourOf } from './rules.ts'
import {
  countMembers,
  insertMember,
  insertWorkspace,
  type MemberRow,
  promoteGuest,
  toAccount,
} from './store.ts'

/** A person as they come in; the password is hashed already, because that takes longer than a transaction may. */
export interface Newcomer {
  name: string
  email: string
  passwordHash: string
  timeZone: string
  locale: Locale
}

/** Makes the workspace and its owner. Of two at once one wins; the other is refused. */
export const foundWorkspace = async (
  context: Context,
  tx: Tx,
  workspaceName: string,
  owner: Newcomer,
): Promise<Result<Account>> => {
  const isFirst = await insertWorkspace(tx, workspaceName, context.clock.now())
  return isFirst
    ? joinWorkspace(context, tx, owner, { role: 'owner' })
    : refuse('conflict', 'This workspace is set up already. Sign in instead.', {
        reason: 'account.set-up-already',
      })
}

/** Makes an account in the workspace; `as` names the guest who becomes a member and keeps what they wrote. */
export const joinWorkspace = async (
  { clock, ids, journal }: Context,
  tx: Tx,
  newcomer: Newcomer,
  { role = 'member', as = null }: { role?: MemberRow['role']; as?: MemberId | null } = {},
): Promise<Result<Account>> => {
  const row: MemberRow = {
    ...newcomer,
    id: as ?? ids.next<'member'>(),
    role,
    colour: colourOf(await countMembers(tx)),
    joinedAt: clock.now(),
    colourScheme: 'auto',
  }
  if (!(await (as === null ? insertMember(tx, row) : promoteGuest(tx, row))))
    return refuse('conflict', 'There is an account with this e-mail address already. Sign in instead.', {
      reason: 'account.email-taken',
    })
  const joined = { name: 'member.joined', payload: { memberId: row.id } } as const
  await journal.append(tx, [{ ...joined, audience: { everyone: true }, by: row.id }])
  return accept(toAccount(row))
}
