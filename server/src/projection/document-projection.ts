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

/** How many documents share a transaction. */
const TOGETHER = 50

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
    const round = Array.from(waiting).slice(0, TOGETHER)
    for (const id of round) waiting.delete(id)
    const failures = await projectTogether(context, documents, projection, round)
    for (const { id } of failures) waiting.add(id)
    if (failures[0] !== undefined && waiting.size === failures.length) throw failures[0].error
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
  context: Pick<Context, 'db'>,
  documents: Pick<Documents, 'read'>,
  projection: DocumentProjection<Seen>,
  id: string,
): Promise<void> => {
  const look = await lookAt(documents, projection, id)
  if (look !== null) await saveAll(context, projection, [look])
}

interface Look<Seen> {
  readonly documentId: DocumentId
  readonly seen: Seen
  readonly seq: number
}

interface Failure {
  readonly id: string
  readonly error: unknown
}

const lookAt = async <Seen>(
  documents: Pick<Documents, 'read'>,
  { look, complete }: DocumentProjection<Seen>,
  id: string,
): Promise<Look<Seen> | null> => {
  const documentId = id as DocumentId
  const seen = await documents.read(id, (doc) => look(doc, documentId))
  if (seen === null) return null
  return { documentId, seen: (await complete?.(seen.value, documentId)) ?? seen.value, seq: seen.seq }
}

const saveAll = <Seen>(
  { db }: Pick<Context, 'db'>,
  { name, version, save }: DocumentProjection<Seen>,
  looks: readonly Look<Seen>[],
): Promise<void> =>
  transactDerived(db, async (tx) => {
    for (const { documentId, seen, seq } of looks) {
      await save(tx, documentId, seen, seq)
      await tx
        .insertInto('documentCursor')
        .values({ name, version, documentId, seq })
        .onConflict((conflict) => conflict.columns(['name', 'documentId']).doUpdateSet({ version, seq }))
        .execute()
    }
  })

/** In one transaction, or where that fails each in its own, so that one document does not hold up the others. */
const projectTogether = async <Seen>(
  context: Context,
  documents: Documents,
  projection: DocumentProjection<Seen>,
  ids: readonly string[],
): Promise<Failure[]> => {
  const failures: Failure[] = []
  const looks: Look<Seen>[] = []
  for (const id of ids) {
    const look = await lookAt(documents, projection, id).catch((error: unknown) => {
      failures.push({ id, error })
      return null
    })
    if (look !== null) looks.push(look)
  }
  if (looks.length === 0) return failures
  await saveAll(context, projection, looks).catch(async () => {
    for (const look of looks)
      await saveAll(context, projection, [look]).catch((error: unknown) => {
        failures.push({ id: look.documentId, error })
      })
  })
  return failures
}
