/**
 * Whether two servers took different things for the same place. Structs that two entries both bring are one only if they
 * are equal, and that is not worth finding out: whoever is second goes back to the log and asks its clients again.
 */
import { parseUpdateMeta } from 'yjs'

type Run = { readonly from: number; readonly to: number }

const runsOf = (update: Uint8Array): ReadonlyMap<number, Run> => {
  const { from, to } = parseUpdateMeta(update)
  return new Map([...from].map(([client, first]) => [client, { from: first, to: to.get(client) ?? first }]))
}

const meet = (one: Run, two: Run | undefined): boolean =>
  two !== undefined && one.from < two.to && two.from < one.to

/** Whether any of these updates brings structs that one of those brings, too. */
export const contradict = (these: readonly Uint8Array[], those: readonly Uint8Array[]): boolean => {
  if (those.length === 0) return false
  const theirs = those.map(runsOf)
  return these.some((update) =>
    [...runsOf(update)].some(([client, run]) => theirs.some((other) => meet(run, other.get(client)))),
  )
}
