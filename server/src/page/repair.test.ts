import { createCircle } from '@rondo/shared/circle/contract.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { BODY, SCHEMA_VERSION } from '@rondo/shared/document/schema.ts'
import { validateStructure } from '@rondo/shared/document/validate-structure.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import * as contract from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { granted, refused } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { structureProjection } from './repair.ts'
import { temporaryPages } from './temporary-pages.ts'

type Pages = Awaited<ReturnType<typeof temporaryPages>>

let context: Pages['context']
let ask: Pages['ask']
let ada: Principal
let ben: Principal

beforeEach(async () => {
  ;({ context, ask, ada, ben } = await temporaryPages())
})
afterEach(() => context.close())

/** A page whose document came to hold what no editor can open. */
const brokenPage = async (circleId: string | null = null): Promise<Page> => {
  const body = { title: 'Broken', circleId }
  const page = granted(await ask(ada, contract.createPage, { body }))
  context.documents.change(page.documentId, ada.memberId, (doc) => {
    appendBlocks(doc, [{ type: 'paragraph', line: 'what everybody wrote' }])
    doc.getXmlFragment(BODY).insert(0, [new Y.XmlElement('futureBlock'), new Y.Map() as never])
  })
  return page
}

const stateOf = async ({ documentId }: Page) => {
  const found = await context.documents.read(documentId, (doc) => ({
    text: readText(doc),
    offending: validateStructure(doc).length,
  }))
  return found?.value
}
const whole = { text: 'what everybody wrote', offending: 0 }

test('T17 STR-2 A document that would not open is mended as soon as it is looked at, and the rest of it stays.', async () => {
  const page = await brokenPage()
  expect(await stateOf(page)).toMatchObject({ offending: 2 })
  await projectDocument(context, context.documents, structureProjection(context), page.documentId)
  expect(await stateOf(page)).toEqual(whole)
})

test('T17 STR-2 Whoever may read it can ask for the repair, and learns how much was found.', async () => {
  const page = await brokenPage()
  const repair = () => ask(ben, contract.repairDocument, { params: { documentId: page.documentId } })
  expect(granted(await repair())).toEqual({ found: 2 })
  expect(await stateOf(page)).toEqual(whole)
  expect(granted(await repair())).toEqual({ found: 0 })
})

test('T17 STR-2 A document of a circle that the asker may not know of is as absent as one that never was.', async () => {
  const body = { name: 'Quiet', purpose: 'Quiet', visibility: 'confidential', timeZone: 'UTC' }
  const page = await brokenPage(granted(await ask(ada, createCircle, { body })).id)
  const asking = (documentId: string) => ask(ben, contract.repairDocument, { params: { documentId } })
  const forbidden = refused(await asking(page.documentId))
  expect(refused(await asking('00000000-0000-4000-8000-0000000000ff'))).toEqual(forbidden)
  expect(await stateOf(page)).toMatchObject({ offending: 2 })
})

test('T18 STR-3 What a newer server may have written is not taken for broken by an older one.', async () => {
  const page = await brokenPage()
  const name = `structure-of-schema-${SCHEMA_VERSION + 1}`
  await transact(context.db, (tx) =>
    tx
      .insertInto('documentCursor')
      .values({ name, version: 1, documentId: page.documentId, seq: 1 })
      .execute(),
  )
  await projectDocument(context, context.documents, structureProjection(context), page.documentId)
  expect(await stateOf(page)).toMatchObject({ offending: 2 })
})
