import type { Account } from '@rondo/shared/account/model.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import type { AccountContext } from './account-context.ts'
import { findMember, findMemberByEmail, toAccount, updateMember } from './store.ts'
import { attemptSignIn } from './throttle.ts'

/** Finds the account of this e-mail address and password. Unknown and wrong look and last the same. */
export const signIn = async (
  context: AccountContext,
  address: string,
  { email, password }: { email: string; password: string },
): Promise<Result<Account>> => {
  const attempt = await attemptSignIn(context, email, address)
  if (!attempt.ok) return attempt
  const row = await findMemberByEmail(context.db.read, email)
  const matches = await context.passwords.verify(row?.passwordHash ?? null, password)
  if (row === undefined || !matches)
    return refuse('not-signed-in', 'E-mail address and password do not belong together.', {
      reason: 'account.wrong-credentials',
    })
  await attempt.value.succeeded()
  return accept(toAccount(row))
}

/** Changes the password and ends every session, also the asking one: it goes on with a new token. */
export const changePassword = async (
  context: AccountContext,
  address: string,
  { memberId }: Principal,
  { current, next }: { current: string; next: string },
): Promise<Result<null>> => {
  const row = await findMember(context.db.read, memberId)
  if (row === undefined) return refuse('not-found', 'There is no such account.')
  const attempt = await attemptSignIn(context, row.email, address)
  if (!attempt.ok) return attempt
  if (!(await context.passwords.verify(row.passwordHash, current)))
    return refuse('forbidden', 'The present password is another one.', { reason: 'account.wrong-password' })
  await attempt.value.succeeded()
  const passwordHash = await context.passwords.hash(next)
  await transact(context.db, (tx) => updateMember(tx, memberId, { passwordHash }))
  await context.sessions.endAll(memberId)
  return accept(null)
}
