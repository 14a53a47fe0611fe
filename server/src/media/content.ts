import type { FileId } from '@rondo/shared/kernel/id.ts'
import type { Span } from '../platform/files/files.ts'
import type { MediaContext } from './media-context.ts'
import { piecesIn } from './store.ts'

/** A span of a file, piece after piece. */
export async function* contentOf(
  { db, files }: MediaContext,
  fileId: FileId,
  { from, to }: Span,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const { name, start } of await piecesIn(db.read, fileId, { from, to })) {
    const piece = await files.get(name, { from: Math.max(0, from - start), to: to - start })
    if (piece === null) throw new Error('A piece of a file is not in the store.')
    yield* piece.content
  }
}
