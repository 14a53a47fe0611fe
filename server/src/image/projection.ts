import { readImages } from '@rondo/shared/document/read-images.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import type { DocumentProjection } from '../projection/document-projection.ts'
import type { ImageContext } from './image-context.ts'
import { replaceUses } from './store.ts'

/** Notes which images stand in a document. */
export const imageProjection = ({ clock }: Pick<ImageContext, 'clock'>): DocumentProjection<FileId[]> => ({
  name: 'image',
  version: 1,
  pace: 'calm',
  // An image is no text: it comes, goes and changes as a whole.
  concerns: (touched) => touched.has('*'),
  look: (doc) => readImages(doc).map(({ fileId }) => fileId),
  save: (tx, documentId, seen) => replaceUses(tx, documentId, seen, clock.now()),
})
