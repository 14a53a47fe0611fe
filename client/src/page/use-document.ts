import type { DocumentId, MemberId } from '@rondo/shared/kernel/id.ts'
import { useMemo, useSyncExternalStore } from 'react'
import { useSelf } from '../account/index.ts'
import { type DocumentHandle, leaveDocument, takeDocument } from '../sync/index.ts'

/**
 * A document that is open exactly while somebody subscribes. When the server has put another state in its place it is opened
 * anew: what was only here has been set aside by then.
 */
function whileLookedAt(documentId: DocumentId, memberId: MemberId | undefined) {
  let handle: DocumentHandle | undefined
  return {
    get: () => handle,
    subscribe: (tell: () => void) => {
      if (memberId === undefined) return () => {}
      const begin = (): (() => void) => {
        const opened = takeDocument({ documentId, memberId })
        const stop = opened.status.subscribe(() => {
          if (opened.status.get().endedBy !== 'other-generation') return
          end()
          end = begin()
        })
        handle = opened
        tell()
        return () => {
          stop()
          leaveDocument(opened)
        }
      }
      let end = begin()
      return () => {
        handle = undefined
        end()
      }
    },
  }
}

/**
 * Opens a document for the reader and closes it when the screen goes; undefined until it is open.
 * A screen that mounts twice, as in strict mode, opens twice and closes the first: no handle outlives its subscription.
 */
export function useDocument(documentId: DocumentId): DocumentHandle | undefined {
  const memberId = useSelf()?.id
  const opening = useMemo(() => whileLookedAt(documentId, memberId), [documentId, memberId])
  return useSyncExternalStore(opening.subscribe, opening.get)
}
