import { readSession } from '@rondo/shared/account/contract.ts'
import type { Account } from '@rondo/shared/account/model.ts'
import type { Self } from '../account/index.ts'
import { useAsk } from '../platform/ask.ts'
import type { Reader } from '../ui/reader/reader.ts'

/** The signed-in member's own account, or nobody. */
export function useAccount(): Account | undefined {
  const { data } = useAsk(readSession)
  return data?.state === 'signed-in' ? data.account : undefined
}

/** What the parts of every screen need to know of an account. */
export function readerOf({ id, name, colour, locale, timeZone }: Self): Reader {
  return { id, name, colour, locale, timeZone }
}
