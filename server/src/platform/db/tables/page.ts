import type { CircleId, DocumentId, MeetingId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { PageSummary } from '@rondo/shared/page/model.ts'

export interface PageTables {
  page: {
    id: PageId
    /** Null for a page of the whole workspace. */
    circleId: CircleId | null
    documentId: DocumentId
    kind: PageSummary['kind']
    /** The meeting whose show-notes it is, with its number. */
    meetingId: MeetingId | null
    meetingNumber: number | null
    title: string
    /** The title without case and accents, for searching. */
    foldedTitle: string
    /** Who gave it the title that it has. */
    titledBy: MemberId
    createdBy: MemberId
    createdAt: Instant
    updatedAt: Instant
  }

  /** What was read out of the page's document; a function of the document, rebuildable. */
  pageText: {
    pageId: PageId
    /** Number of the document's last entry that was read. */
    seq: number
    /** JSON */
    outline: string
    words: number
    text: string
  }

  /** A link in one page's document to another page, which may be missing; rebuildable. */
  pageLink: { fromPage: PageId; toPage: PageId; position: number }
}
