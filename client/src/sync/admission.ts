/** What is remembered of being let in to a document: in which generation, and when last. */
import { type CopyRecord, mayBeUsed, recordOf } from './copy-records.ts'

/** How often a long visit is noted. */
const noteEveryMs = 3_600_000

/** The record of one open document. */
export const createAdmission = (memberId: string, documentId: string) => {
  const record = recordOf(memberId, documentId)
  const known = record.read()
  const usable = known !== undefined && mayBeUsed(known, Date.now()) ? known : undefined
  let current: CopyRecord | undefined = usable
  const write = (next: CopyRecord): void => {
    current = next
    record.write(next)
  }
  return {
    /** The copy of an earlier visit; generation 0: there is none. */
    before: { generation: usable?.generation ?? 0, wasWhole: usable?.isWhole ?? false },
    /** The generation of what is in this tab; 0 before anything is. */
    generation: (): number => current?.generation ?? 0,
    letIn: (generation: number): void => {
      const isWhole = current?.generation === generation && current.isWhole
      write({ generation, letInAt: Date.now(), isWhole, isDoomed: false })
    },
    stillIn: (): void => {
      const now = Date.now()
      if (current !== undefined && now - current.letInAt > noteEveryMs) write({ ...current, letInAt: now })
    },
    isWhole: (): void => {
      if (current !== undefined && !current.isWhole) write({ ...current, isWhole: true })
    },
    /** The document was deleted: the copy is shown until it is closed, and not again. */
    doom: (): void => {
      if (current !== undefined) write({ ...current, isDoomed: true })
    },
    forget: (): void => {
      current = undefined
      record.forget()
    },
  }
}
