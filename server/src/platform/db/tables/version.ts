import type { DocumentId, MemberId, PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { VersionReason } from '@rondo/shared/version/model.ts'

export interface VersionTables {
  version: {
    id: VersionId
    pageId: PageId
    reason: VersionReason
    name: string | null
    /** Who named it or restored. */
    by: MemberId | null
    /** JSON: who changed the page since the version before. */
    contributors: string
    at: Instant
  }

  /** What a version holds, compressed (zstd), apart from its row so that a list reads none of it. */
  versionContent: {
    versionId: VersionId
    /** A Yjs update (V1) that makes the document from nothing, without what was deleted. */
    state: Uint8Array
    /** ProseMirror JSON */
    body: Uint8Array
    text: Uint8Array
  }

  /** How far the versions of a document have come, and what is owed. */
  versionWatch: {
    documentId: DocumentId
    /** The version that was kept last, the content it has and the Yjs state vector it was kept at. */
    versionId: VersionId | null
    digest: string | null
    vector: Uint8Array | null
    /** JSON: who wrote or deleted since then, as far as that has been heard. */
    writers: string
    /** The first change that no version holds; null when none does. */
    changedAt: Instant | null
    /** A wrap whose version is still to be kept. */
    wrappedAt: Instant | null
  }
}
