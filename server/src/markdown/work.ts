import type { MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { type FileHead, type FileRead, readFile, writeFile } from '@rondo/shared/markdown/file.ts'
import type { Body } from '../version/index.ts'

/** What the thread is asked: to write a page, or to read a file. */
export type Work =
  | {
      readonly kind: 'write'
      readonly head: FileHead
      readonly body: Body
      readonly members: ReadonlyMap<MemberId, string>
      readonly pages: ReadonlyMap<PageId, string>
    }
  | { readonly kind: 'read'; readonly text: string }

/** A written file is a text; a file that nests too deeply to be read is nothing. */
export type Done = string | FileRead | null

export const doWork = (work: Work): Done => {
  if (work.kind === 'write') {
    const { head, body, members, pages } = work
    return writeFile(head, body, { member: (id) => members.get(id), page: (id) => pages.get(id) })
  }
  try {
    return readFile(work.text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
