import type { DocumentId } from '@rondo/shared/kernel/id.ts'

export interface ProjectionTables {
  /** How far a projection has read the journal, and by which version of its rules. */
  projectionCursor: { name: string; version: number; seq: number }
  /** How far a projection has read each document. */
  documentCursor: { name: string; version: number; documentId: DocumentId; seq: number }
}
