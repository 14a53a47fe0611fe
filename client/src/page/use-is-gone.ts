import { useSyncExternalStore } from 'react'
import type { DocumentHandle } from '../sync/index.ts'

const never = () => () => {}

/** Whether the server has taken the reader's access to an open document; nothing of it is shown from then on. */
export function useIsGone(handle: DocumentHandle | undefined): boolean {
  return useSyncExternalStore(
    handle?.status.subscribe ?? never,
    () => handle?.status.get().endedBy === 'no-access',
  )
}
