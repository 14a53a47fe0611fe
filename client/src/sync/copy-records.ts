/** What this device remembers of its copies without opening them. */
import { z } from 'zod'
import { forgetKept, type Kept, kept, keptNames } from '../platform/storage.ts'

/** A copy may be used this long after the server last let its member in. */
export const copyLifetimeMs = 30 * 24 * 3_600_000

const record = z.object({
  generation: z.int().positive(),
  /** When the server last let the member read the document, by this device's clock. */
  letInAt: z.number(),
  /** Whether the copy has held the whole document: then it may be shown, even when it is empty. */
  isWhole: z.boolean(),
  /** The document is gone: nobody opens the copy again. */
  isDoomed: z.boolean(),
})

/** One of them. */
export type CopyRecord = z.infer<typeof record>

const copies = (memberId: string): string => `copy.${memberId}.`
const marks = (memberId: string): string => `unsent.${memberId}.`

/** The record of a member's copy of a document. */
export const recordOf = (memberId: string, documentId: string): Kept<CopyRecord> =>
  kept(`${copies(memberId)}${documentId}`, record)

/** Whether a copy may still be opened. A clock that was set back makes none older. */
export const mayBeUsed = ({ letInAt, isDoomed }: CopyRecord, now: number): boolean =>
  !isDoomed && now - letInAt < copyLifetimeMs

/**
 * Notes that a tab has edits that the server did not confirm; each tab by the client id it writes with.
 *
 * @param since when it began to write; 0: it has gone, so whoever comes first may send them
 */
export const markUnsent = (
  memberId: string,
  documentId: string,
  clientId: number,
  since: number = Date.now(),
): void => kept(`${marks(memberId)}${documentId}.${clientId}`, z.number()).write(since)

/** The names of these notes for a document. */
export const unsentMarks = (memberId: string, documentId: string): readonly string[] =>
  keptNames(`${marks(memberId)}${documentId}.`)

/** Takes such notes back. */
export const unmark = (names: readonly string[]): void => {
  for (const name of names) kept(name, z.number()).forget()
}

/** The documents of a member that hold edits which no open tab has just made. */
export const documentsWithUnsent = (
  memberId: string,
  now: number,
  olderThanMs: number,
): readonly string[] => {
  const beginning = marks(memberId)
  const waiting = keptNames(beginning).filter((name) => {
    const at = kept(name, z.number()).read()
    return at === undefined || now - at >= olderThanMs
  })
  return [...new Set(waiting.map((name) => name.slice(beginning.length).split('.')[0] ?? ''))]
}

/** Whether there are any. */
export const hasUnsent = (memberId: string): boolean => keptNames(marks(memberId)).length > 0

/** Forgets everything that is remembered of a member's copies, or of everybody's. */
export const forgetRecords = (memberId?: string): void => {
  const own = memberId === undefined ? '' : `${memberId}.`
  forgetKept(`copy.${own}`)
  forgetKept(`unsent.${own}`)
}
