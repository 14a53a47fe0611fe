import { QueryClient } from '@tanstack/react-query'
import { Refused } from '../platform/refused.ts'

const TRIES = 3

/** A refusal is an answer and is not asked for again; silence is. */
function worthAnotherTry(failures: number, error: Error): boolean {
  if (error instanceof Refused) return error.status >= 500 && failures < TRIES
  return failures < TRIES
}

/** Facts say when something is stale; the half minute is for what no fact tells. */
export function buildQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}
