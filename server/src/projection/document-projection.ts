import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import type { Doc } from 'yjs'
import type { Context } from '../journal/context.ts'
import { type Tx, transactDerived } from '../platform/db/database.ts'
import { keepTrying, type Runner } from './keep-trying.ts'

interface Head {
  readonly documentId: string
  readonly seq: number
}

interface Settled extends Head {
  /** Names of the elements whose text changed; `*` when more than text did. Missing: nobody knows. */
  readonly touched?: ReadonlySet<string>
}

/** Where documents are; the document server fits. */
export interface Documents {
  heads(): Promise<readonly Head[]>
  onSettled(listen: (settled: Settled) => void, pace?: 'live' | 'calm'): () => void
  read<T>(
    documentId: string,
    look: (doc: Doc) => T,
  ): Promise<{ readonly value: T; readonly seq: number } | null>
}

/** A view that is a function of one document: look without writing, then save what was seen. */
export interface DocumentProjection<Seen> {
  name: string
  /** Raise it when `look` or `save` changes: every document is then looked at again. */
  version: number
  /** How soon it follows a document that is being typed into: `calm` costs less. */
  pace: 'live' | 'calm'
  /** Whether a change that touched these could be seen by `look`. Left out: every one. */
  concerns?: (touched: ReadonlySet<string>) => boolean
  look: (doc: Doc, documentId: DocumentId) => Seen
  /** Adds what is known elsewhere; nothing that is slow is waited for in a transaction. */
  complete?: (seen: Seen, documentId: DocumentId) => Promise<Seen>
  /** Replaces what is known of the document; it runs in the transaction that also moves the cursor. */
  save: (tx: Tx, documentId: DocumentId, seen: Seen, seq: number) => Promise<void>
}

/** Looks at every document that falls quiet, and at start at those that changed while nobody looked. */
export const runDocumentProjection = <Seen>(
  context: Context,
  documents: Documents,
  projection: DocumentProjection<Seen>,
): Runner => {
  const waiting = new Set<string>()
  let caughtUp = false
  const runner = keepTrying(context.log, projection.name, async () => {
    if (!caughtUp) for (const id of await behind(context, documents, projection)) waiting.add(id)
    caughtUp = true
    const failures: unknown[] = []
    const round = Array.from(waiting)
    waiting.clear()
    for (const id of round) {
      await projectDocument(context, documents, projection, id).catch((error: unknown) => {
        waiting.add(id)
        failures.push(error)
      })
    }
    if (failures.length > 0) throw failures[0]
    if (waiting.size > 0) runner.poke()
  })
  const stop = documents.onSettled(({ documentId, touched }) => {
    // The cursor stays behind then, which costs a look at the next start and nothing else.
    if (touched !== undefined && projection.concerns?.(touched) === false) return
    waiting.add(documentId)
    runner.poke()
  }, projection.pace)
  runner.poke()
  return {
    ...runner,
    stop: () => {
      stop()
      return runner.stop()
    },
  }
}

const behind = async (
  { db }: Context,
  documents: Documents,
  { name, version }: Pick<DocumentProjection<never>, 'name' | 'version'>,
) => {
  const rows = await db.read.selectFrom('documentCursor').selectAll().where('name', '=', name).execute()
  const seen = new Map<string, number>(
    rows.map((row) => [row.documentId, row.version === version ? row.seq : -1]),
  )
  const heads = await documents.heads()
  return heads.filter((head) => head.seq > (seen.get(head.documentId) ?? -1)).map((head) => head.documentId)
}

/** Projects one document at once, for whoever must not wait until it falls quiet. */
export const projectDocument = async <Seen>(
  { db }: Context,
  documents: Pick<Documents, 'read'>,
  { name, version, look, complete, save }: DocumentProjection<Seen>,
  id: string,
): Promise<void> => {
  const documentId = id as DocumentId
  const seen = await documents.read(id, (doc) => look(doc, documentId))
  if (seen === null) return
  const value = (await complete?.(seen.value, documentId)) ?? seen.value
  await transactDerived(db, async (tx) => {
    await save(tx, documentId, value, seen.seq)
    await tx
      .insertInto('documentCursor')
      .values({ name, version, documentId, seq: seen.seq })
      .onConflict((conflict) =>
        conflict.columns(['name', 'documentId']).doUpdateSet({ version, seq: seen.seq }),
      )
      .execute()
  })
}
