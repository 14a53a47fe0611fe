import type { Account } from '@rondo/shared/account/model.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { transact } from '../platform/db/database.ts'
import type { AccountContext } from './account-context.ts'
import { foundWorkspace, type Newcomer } from './membership.ts'
import { isSameCode } from './secrets.ts'
import { findMember, findWorkspace, toAccount } from './store.ts'
import { attemptCode } from './throttle.ts'

const ALREADY = refuse('conflict', 'This workspace is set up already. Sign in instead.', {
  reason: 'account.set-up-already',
})

/** Where a demo is being made, which takes a while: a second one is refused meanwhile. */
const filling = new WeakSet<AccountContext>()

type Person = Omit<Newcomer, 'passwordHash'> & { password: string }

/** Makes the workspace and its owner. */
export const setUpWorkspace = async (
  context: AccountContext,
  address: string,
  { workspaceName, password, code, ...person }: Person & { workspaceName: string; code?: string | undefined },
): Promise<Result<Account>> => {
  const admitted = await admit(context, address, code)
  if (!admitted.ok) return admitted
  const passwordHash = await context.passwords.hash(password)
  return transact(context.db, (tx) => foundWorkspace(context, tx, workspaceName, { ...person, passwordHash }))
}

/** Fills the empty workspace with the demo and answers the account of its first person. */
export const setUpDemo = async (
  context: AccountContext,
  address: string,
  { code, ...wish }: Parameters<AccountContext['fillDemo']>[0] & { code?: string | undefined },
): Promise<Result<Account>> => {
  const admitted = await admit(context, address, code)
  if (!admitted.ok) return admitted
  if (filling.has(context)) return ALREADY
  filling.add(context)
  const filled = await context.fillDemo(wish).finally(() => filling.delete(context))
  if (!filled.ok) return filled
  const first = await findMember(context.db.read, filled.value)
  return first === undefined ? refuse('unavailable', 'The demo has no people.') : accept(toAccount(first))
}

/** Set-up is for a workspace that does not exist yet and, off loopback, for whoever can read the console. */
const admit = async (
  context: AccountContext,
  address: string,
  code: string | undefined,
): Promise<Result<null>> => {
  if ((await findWorkspace(context.db.read)) !== undefined) return ALREADY
  if (context.setUpCode === null) return accept(null)
  const attempt = await attemptCode(context, address)
  if (!attempt.ok) return attempt
  return isSameCode(code ?? '', context.setUpCode)
    ? accept(null)
    : refuse('forbidden', 'The code is not the one that the console shows.', { reason: 'account.wrong-code' })
}
