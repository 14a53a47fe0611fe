import { listThreads } from '@rondo/shared/thread/contract.ts'
import { useAsk } from '../../platform/ask.ts'

/** In how many threads something new waits for the reader. */
export function useUnreadThreads(): number {
  const { data } = useAsk(listThreads, { query: {} })
  return data?.threads.filter((thread) => thread.unread > 0).length ?? 0
}
