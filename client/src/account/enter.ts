import { readInvitation, readSession } from '@rondo/shared/account/contract.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { asking } from '../platform/ask.ts'

/** The session is asked anew, and an invitation belongs to whoever holds its link. */
const stays: ReadonlySet<unknown> = new Set([readSession.path, readInvitation.path])

/** Forgets what the last person saw and asks anew who is here. */
const changeOver = async (queries: QueryClient): Promise<void> => {
  queries.removeQueries({ predicate: ({ queryKey }) => !stays.has(queryKey[0]) })
  await queries.fetchQuery({ ...asking(readSession), staleTime: 0 })
}

/** After signing in or out: the doors of the house look again at who stands before them. */
export const useChangeOver = () => {
  const queries = useQueryClient()
  const router = useRouter()
  return async () => {
    await changeOver(queries)
    await router.invalidate()
  }
}
