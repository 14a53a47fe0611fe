import type { FileId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface ImageTables {
  /** A picture that was taken in for a page; its bytes are a file of the same id. */
  image: {
    fileId: FileId
    /** Whoever may read this page may see it, in whatever page it stands. */
    pageId: PageId
    type: string
    bytes: number
    width: number
    height: number
    by: MemberId
    at: Instant
    /** When something last referred to it, as far as that is over; when it came, until something did. */
    neededAt: Instant
    /** The image that hides something of this one for good, and is shown in its place. */
    coveredBy: FileId | null
    /** 0: its bytes are to be removed, or were. */
    hasBytes: 0 | 1
  }

  /** Bytes that are still to be removed; written in the transaction that gives them up. */
  imageDebt: { fileId: FileId }

  /** A document, or a version of one, in which an image stands. */
  imageUse: { holder: string; fileId: FileId }
}
