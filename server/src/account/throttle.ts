import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { countAttempt, KNOWN_FOR, type Throttle, type ThrottleKind } from './rules.ts'
import { hashSecret } from './secrets.ts'

/** One attempt to sign in, counted before the password is looked at, so that parallel attempts count as well. */
export interface Attempt {
  succeeded: () => Promise<void>
}

type Key = { kind: ThrottleKind; key: string }

/** Counts an attempt on an account from an address, or refuses to look at it yet. */
export const attemptSignIn = (context: Context, email: string, address: string): Promise<Result<Attempt>> =>
  transact(context.db, async (tx) => {
    const now = context.clock.now()
    const known: Key = { kind: 'known', key: keyOf('known', email, address) }
    const account: Key = { kind: 'account', key: keyOf('account', email) }
    const from: Key = { kind: 'address', key: keyOf('address', address) }
    const before = await find(tx, known.key)
    const isKnown = before !== undefined && now < before.lastAt + KNOWN_FOR
    const counted = isKnown ? known : account
    const refusal = await count(tx, [counted, from], now)
    if (refusal !== null) return refusal
    const succeeded = () => settle(context, { forget: counted.key, ease: from.key, know: known.key })
    return accept({ succeeded })
  })

/** Counts a try of the set-up code from an address. */
export const attemptCode = (context: Context, address: string): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const key: Key = { kind: 'code', key: keyOf('code', address) }
    return (await count(tx, [key], context.clock.now())) ?? accept(null)
  })

const keyOf = (...parts: string[]): string => hashSecret(parts.join('\n'))

const find = (tx: Tx, key: string) =>
  tx.selectFrom('signInThrottle').selectAll().where('key', '=', key).executeTakeFirst()

const count = async (tx: Tx, keys: readonly Key[], now: number) => {
  const rows = await Promise.all(keys.map(async (key) => ({ ...key, before: await find(tx, key.key) })))
  const openAt = Math.max(...rows.map(({ before }) => before?.openAt ?? 0))
  if (openAt > now) return tooEarly(openAt - now)
  for (const { kind, key, before } of rows) await save(tx, key, countAttempt(kind, before, now))
  return null
}

const tooEarly = (ms: number) =>
  refuse('too-many', 'Too many attempts. Wait a moment before the next one.', {
    reason: 'account.slow-down',
    retryAfter: Math.ceil(ms / 1000),
  })

const save = (tx: Tx, key: string, throttle: Throttle) =>
  tx
    .insertInto('signInThrottle')
    .values({ key, ...throttle })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(throttle))
    .execute()

/** The account's count ends, the address's loses this attempt only, and the address is known from now on. */
const settle = ({ db, clock }: Context, keys: { forget: string; ease: string; know: string }) =>
  transact(db, async (tx) => {
    const now = clock.now()
    await tx.deleteFrom('signInThrottle').where('key', '=', keys.forget).execute()
    await tx
      .deleteFrom('signInThrottle')
      .where('lastAt', '<', now - KNOWN_FOR)
      .execute()
    await tx
      .updateTable('signInThrottle')
      .set((eb) => ({ failures: eb('failures', '-', 1), openAt: now }))
      .where('key', '=', keys.ease)
      .execute()
    await save(tx, keys.know, { failures: 0, openAt: now, lastAt: now })
  })
