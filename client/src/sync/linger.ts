/** A document that nobody looks at any more stays open while it holds what is neither on the server nor on this device. */
import { type DocumentHandle, type OpenOptions, openDocument } from './open-document.ts'

const lingering = new Map<string, { readonly handle: DocumentHandle; readonly stop: () => void }>()

const nameOf = ({ memberId, documentId }: Pick<OpenOptions, 'memberId' | 'documentId'>): string =>
  `${memberId} ${documentId}`

/** Opens a document, or takes up the one that is still open. */
export const takeDocument = (options: OpenOptions): DocumentHandle => {
  const name = nameOf(options)
  const found = lingering.get(name)
  if (found === undefined) return openDocument(options)
  found.stop()
  lingering.delete(name)
  return found.handle
}

/** Closes a document as soon as nothing is lost by it. */
export const leaveDocument = (handle: DocumentHandle): void => {
  if (!handle.wouldLose()) return void handle.close()
  const name = nameOf(handle)
  const stop = handle.saved.subscribe(() => {
    if (handle.wouldLose()) return
    stop()
    lingering.delete(name)
    void handle.close()
  })
  lingering.set(name, { handle, stop })
}
