import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import type { AccountContext } from '../account/index.ts'
import { captureProjection } from '../capture/index.ts'
import { type DocumentContext, pageProjection } from '../page/index.ts'
import { projectDocument } from '../projection/document-projection.ts'
import type { Sync } from '../sync/index.ts'
import type { WorldContext } from '../world/index.ts'
import { hexOf } from './palette.ts'

/** What the demo and generated worlds are told through: the product's own commands and documents. */
export const worldContext = (
  context: DocumentContext & Pick<AccountContext, 'passwords'>,
  sync: Sync,
): WorldContext => ({
  ...context,
  writeAs: async (author, documentId, change) => must(await sync.write(documentId, author, change)).value,
  participate: async (documentId, { id, name, colour }) =>
    must(await sync.participate(documentId, { id, name, colour, colourHex: hexOf(colour) })),
  project: async (documentId) => {
    await projectDocument(context, sync, pageProjection(context), documentId as DocumentId)
    await projectDocument(context, sync, captureProjection(context), documentId as DocumentId)
  },
})

const must = <T>(found: T | null): T => {
  if (found === null) throw new Error('A document of the story is not there.')
  return found
}
