import type { FileRead } from '@rondo/shared/markdown/file.ts'
import { WorkThread } from '../platform/thread/work-thread.ts'
import type { Done, Work } from './work.ts'

/** The longest honest file takes a tenth of this. */
const LONGEST_MS = 15_000

const thread = new WorkThread<Work, Done>(new URL('./markdown-worker.ts', import.meta.url), LONGEST_MS)

/** Writes a page as a file in a thread of its own: nobody's keystroke waits for it. */
export const writeElsewhere = async (page: Omit<Extract<Work, { kind: 'write' }>, 'kind'>): Promise<string> =>
  (await thread.run({ kind: 'write', ...page })) as string

/** Reads a file; null when it is too tangled to be read in time. */
export const readElsewhere = async (text: string): Promise<FileRead | null> => {
  try {
    return (await thread.run({ kind: 'read', text })) as FileRead | null
  } catch {
    return null
  }
}
