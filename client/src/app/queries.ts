import { readSession } from '@rondo/shared/account/contract.ts'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keyOf } from '../platform/ask.ts'
import { Refused } from '../platform/refused.ts'

const TRIES = 3

/** A refusal is an answer and is not asked for again; silence is. */
function worthAnotherTry(failures: number, error: Error): boolean {
  if (error instanceof Refused) return error.status >= 500 && failures < TRIES
  return navigator.onLine && failures < TRIES
}

/** Whoever is told to sign in first is asked again who they are; the shell then shows them the door. */
function doubtSession(queries: QueryClient, error: Error): void {
  if (error instanceof Refused && error.code === 'not-signed-in') {
    void queries.invalidateQueries({ queryKey: keyOf(readSession) })
  }
}

/**
 * Facts say when something is stale; the half minute is for what no fact tells. Without a network questions are asked all
 * the same: the answer may be on this device, and if not, a screen had better say so than wait.
 */
export function buildQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => doubtSession(queries, error) }),
    mutationCache: new MutationCache({ onError: (error) => doubtSession(queries, error) }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: worthAnotherTry,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return queries
}
