import type { Account } from '@rondo/shared/account/model.ts'
import type { Result } from '@rondo/shared/kernel/refusal.ts'
import type { Context as HonoContext } from 'hono'
import type { HttpEnv } from '../platform/http/http-app.ts'
import type { AccountContext } from './account-context.ts'

/** Signs in whoever was accepted, always with a new token; the session that the browser had before ends. */
export const enter = async (
  c: HonoContext<HttpEnv>,
  { sessions }: AccountContext,
  entered: Result<Account>,
): Promise<Result<Account>> => {
  if (!entered.ok) return entered
  const before = await c.get('identify')()
  if (before !== null) await sessions.end(before)
  hand(c, await sessions.start(entered.value.id))
  return entered
}

export const hand = (c: HonoContext<HttpEnv>, cookie: string): void => c.header('Set-Cookie', cookie)
