import type { Contract, InputOf, OutputOf } from '@rondo/shared/kernel/contract.ts'
import {
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type CallInput, callWith } from './http.ts'
import { askOrRemember } from './remembered.ts'

/** The name of an answer in the cache: the same contract and input are the same answer on every screen. */
export function keyOf<C extends Contract>(contract: C, ...input: Partial<CallInput<C>>): readonly unknown[] {
  return input[0] === undefined ? [contract.path] : [contract.path, input[0]]
}

/** A question to the server as React Query wants it, for `useQuery`, loaders and prefetching. */
export function asking<C extends Contract>(contract: C, ...input: CallInput<C>) {
  return queryOptions<OutputOf<C>>({
    queryKey: keyOf(contract, ...input),
    // Not ended when nobody looks any more: the guard may be waiting for the same answer.
    queryFn: () =>
      askOrRemember(contract, keyOf(contract, ...input), () => callWith(contract, input[0] ?? {})),
  })
}

/** Whether a guest asks, who is told nothing that only members may ask: it is not asked then, and stays unknown. */
export const AsGuestContext = createContext(false)

/** Asks the server a GET contract and keeps the answer. */
export function useAsk<C extends Contract>(contract: C, ...input: CallInput<C>): UseQueryResult<OutputOf<C>> {
  const isGuest = useContext(AsGuestContext)
  return useQuery({ ...asking(contract, ...input), enabled: !isGuest || contract.access !== 'member' })
}

/**
 * Tells the server something. `stale` names the contracts whose answers it changes (all inputs of them);
 * they are asked again where they are on screen.
 */
export function useTell<C extends Contract>(
  contract: C,
  stale: readonly Contract[] = [],
): UseMutationResult<OutputOf<C>, Error, InputOf<C>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<C>) => callWith(contract, input as Parameters<typeof callWith>[1]),
    onSuccess: async () => {
      await Promise.all(stale.map((one) => client.invalidateQueries({ queryKey: [one.path] })))
    },
  })
}
