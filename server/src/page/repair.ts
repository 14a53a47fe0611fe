import type { Actor } from '@rondo/shared/account/model.ts'
import { type Repair, repairStructure } from '@rondo/shared/document/repair-structure.ts'
import { SCHEMA_VERSION } from '@rondo/shared/document/schema.ts'
import { validateStructure } from '@rondo/shared/document/validate-structure.ts'
import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { permit } from '../circle/index.ts'
import type { DocumentProjection } from '../projection/document-projection.ts'
import type { DocumentContext } from './documents.ts'
import { ABSENT } from './queries.ts'
import { findPageOfDocument } from './store.ts'

/** Deeper nests than this take more goes than anybody waits for. */
const MOST_GOES = 1_000

const NAME = 'structure-of-schema-'

/** Whether a server that knew more blocks worked on these documents: what looks broken to this one may be theirs. */
const isOutdated = async ({ db }: DocumentContext): Promise<boolean> => {
  const rows = await db.read
    .selectFrom('documentCursor')
    .select('name')
    .distinct()
    .where('name', 'like', `${NAME}%`)
    .execute()
  return rows.some(({ name }) => Number(name.slice(NAME.length)) > SCHEMA_VERSION)
}

/**
 * Takes out of a document what no editor could open or would delete for everybody: an edit of the server's own, so that
 * it is stored and seen like any other. Answers how much was found.
 */
const mend = async (context: DocumentContext, documentId: string): Promise<number> => {
  const { documents, log } = context
  if (await isOutdated(context)) return 0
  const reasons = new Map<string, number>()
  for (let go = 0; go < MOST_GOES; go++) {
    const done = await documents.write(documentId, 'server', repairStructure)
    const { found, isDone }: Repair = done?.value ?? { found: [], isDone: true }
    for (const { reason } of go === 0 ? found : []) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    if (isDone) break
  }
  if (reasons.size > 0)
    log.warn({ documentId, reason: [...reasons.keys()].join(' ') }, 'a document was repaired')
  return [...reasons.values()].reduce((sum, count) => sum + count, 0)
}

/** Looks at every document that changed, and mends those that would not open. */
export const structureProjection = (context: DocumentContext): DocumentProjection<number> => ({
  name: `${NAME}${SCHEMA_VERSION}`,
  version: 1,
  pace: 'live',
  // Text cannot break a page, only what stands where can.
  concerns: (touched) => touched.has('*'),
  look: (doc) => validateStructure(doc).length,
  complete: async (offending, documentId) => (offending === 0 ? 0 : mend(context, documentId)),
  save: async () => {},
})

/** For whoever cannot open a page that they may read. */
export const repairDocument = async (
  context: DocumentContext,
  actor: Actor,
  documentId: DocumentId,
): Promise<Result<{ found: number }>> => {
  const page = await findPageOfDocument(context.db.read, documentId)
  if (page === undefined) return { ok: false, refusal: ABSENT }
  const permitted = await permit(context.db.read, actor, 'read', page.circleId, ABSENT)
  if (!permitted.ok) return permitted
  return accept({ found: await mend(context, documentId) })
}
