import { hasPending, openStored } from './load.ts'
import type { DocumentLog } from './log/document-log.ts'
import { openEmbeddedLog } from './log/embedded-log.ts'

/** How many documents there are, and which cannot be opened, or only from something older than their newest snapshot. */
export type Verified = { readonly documents: number; readonly damaged: readonly string[] }

const isWhole = async (log: DocumentLog, documentId: string): Promise<boolean> => {
  const opened = await openStored(log, documentId).catch(() => null)
  return opened !== null && !opened.fellBack && !hasPending(opened.content)
}

/** Opens every document of a log in a folder that nobody else uses. @throws when the log itself cannot be opened */
export const verifyEmbeddedLog = async (folder: string): Promise<Verified> => {
  const log = await openEmbeddedLog(folder)
  try {
    const heads = await log.heads()
    const damaged: string[] = []
    for (const { documentId } of heads) if (!(await isWhole(log, documentId))) damaged.push(documentId)
    return { documents: heads.length, damaged }
  } finally {
    await log.close()
  }
}
