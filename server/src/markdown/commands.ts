import type { Actor } from '@rondo/shared/account/model.ts'
import { rewriteBody } from '@rondo/shared/document/rewrite-body.ts'
import type { CircleId, PageId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { FileRead } from '@rondo/shared/markdown/file.ts'
import { blockIdsIn, withNewIds } from '@rondo/shared/markdown/new-ids.ts'
import { type Page, pageTitle } from '@rondo/shared/page/model.ts'
import { captureProjection } from '../capture/index.ts'
import { createPage, type DocumentContext, pageProjection } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { pageFor, type Rewritten, rewritePage } from '../version/index.ts'
import { readElsewhere } from './elsewhere.ts'
import { takenIds } from './store.ts'

const TANGLED = refuse(
  'invalid',
  'This file is nested so deeply that it cannot be read. Nothing was changed; simplify it and try again.',
  { reason: 'markdown.tangled' },
)

const NAMELESS = 'Imported'

/** A note of its own, whatever the file once was: whoever imports it is its author. */
export const importPage = async (
  context: DocumentContext,
  actor: Actor,
  { name, circleId, text }: { name: string; circleId: CircleId | null; text: string },
): Promise<Result<Page>> => {
  const file = await readElsewhere(text)
  if (file === null) return TANGLED
  const body = await freshBody(context, file)
  const page = await createPage(context, actor, { title: titleOf(file, name), circleId })
  if (!page.ok) return page
  const { documentId } = page.value
  await context.documents.write(documentId, actor.memberId, (doc) => rewriteBody(doc, body))
  await project(context, documentId)
  return page
}

const titleOf = ({ title }: FileRead, name: string): string =>
  [title, name]
    .map((one) => pageTitle.safeParse([...(one ?? '').replace(/\p{Cc}+/gu, ' ')].slice(0, 160).join('')).data)
    .find((one) => one !== undefined) ?? NAMELESS

/** The page says what the file says; its title stays, and so does every id that is its own. */
export const replacePage = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
  text: string,
): Promise<Result<Rewritten>> => {
  const found = await pageFor(context.db.read, actor, 'write', pageId)
  if (!found.ok) return found
  const file = await readElsewhere(text)
  if (file === null) return TANGLED
  const body = await freshBody(context, file, pageId)
  const page = await pageFor(context.db.read, actor, 'write', pageId)
  if (!page.ok) return page
  const done = await rewritePage(context, actor, page.value, { body, reason: 'import' })
  if (done.ok && done.value.changed) await announce(context, actor, page.value)
  return done
}

const freshBody = async ({ db, ids }: DocumentContext, { body }: FileRead, own?: PageId) =>
  withNewIds(body, await takenIds(db.read, blockIdsIn(body), own), () => ids.next())

const project = async (context: DocumentContext, documentId: Page['documentId']): Promise<void> => {
  await projectDocument(context, context.documents, pageProjection(context), documentId)
  await projectDocument(context, context.documents, captureProjection(context), documentId)
}

const announce = (
  { db, journal }: DocumentContext,
  { memberId: by }: Actor,
  { id, circleId }: { id: PageId; circleId: CircleId | null },
): Promise<void> =>
  transact(db, (tx) =>
    journal.append(tx, [
      {
        name: 'page.replaced',
        payload: { pageId: id, by },
        audience: circleId === null ? { everyone: true } : { circleId },
        by,
      },
    ]),
  )
