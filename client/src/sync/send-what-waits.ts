/** Sends what was written without a connection into documents that nobody has open any more. */
import { documentsWithUnsent } from './copy-records.ts'
import { type OpenOptions, openDocument } from './open-document.ts'
import type { SavedState } from './saved-state.ts'

/** A tab that is typing right now sends by itself. */
const ownBusinessMs = 15_000
const patienceMs = 20_000

type Surroundings = Omit<OpenOptions, 'documentId' | 'memberId'>

const isOver = (state: SavedState): boolean => state.kind === 'saved' || state.kind === 'blocked'

/** Resolves when the document is saved, refused, or not answered for. */
const sendOne = async (options: OpenOptions): Promise<void> => {
  const handle = openDocument(options)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    const look = (): void => {
      if (!isOver(handle.saved.get())) return
      clearTimeout(timer)
      resolve()
    }
    handle.saved.subscribe(look)
    look()
  })
  await handle.close()
}

/** One after the other, so that a device that was away for long does not come back all at once. */
export const sendWhatWaits = async (
  memberId: string,
  { olderThanMs = ownBusinessMs, ...surroundings }: Surroundings & { readonly olderThanMs?: number } = {},
): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop
  for (const documentId of documentsWithUnsent(memberId, Date.now(), olderThanMs))
    await sendOne({ memberId, documentId, ...surroundings })
}
