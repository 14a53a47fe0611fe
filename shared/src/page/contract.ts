import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, documentId, pageId } from '../kernel/id.ts'
import { page, pageKind, pageSummary, pageTitle } from './model.ts'

/** Pages that the asking member may read, last changed first; at most 50. */
export const listPages = defineContract({
  method: 'GET',
  path: '/api/pages',
  access: 'member',
  query: z.strictObject({
    circleId: circleId.optional(),
    kind: pageKind.optional(),
    /** Part of a title, in any case and with or without accents. */
    title: z.string().trim().max(160).optional(),
  }),
  output: z.strictObject({ pages: z.array(pageSummary) }),
})

/** Titles for the ids that stand in a document's links; what may not be read is left out. */
export const readTitles = defineContract({
  method: 'POST',
  path: '/api/pages/titles',
  access: 'member',
  body: z.strictObject({ ids: z.array(pageId).max(200) }),
  output: z.strictObject({ pages: z.array(pageSummary) }),
})

export const createPage = defineContract({
  method: 'POST',
  path: '/api/pages',
  access: 'member',
  body: z.strictObject({ title: pageTitle, circleId: circleId.nullable() }),
  output: page,
})

export const readPage = defineContract({
  method: 'GET',
  path: '/api/pages/:pageId',
  access: 'member',
  params: z.strictObject({ pageId }),
  output: page,
})

/** `was` is the title the asker saw: whoever is late is told (409). */
export const renamePage = defineContract({
  method: 'PATCH',
  path: '/api/pages/:pageId',
  access: 'member',
  params: z.strictObject({ pageId }),
  body: z.strictObject({ title: pageTitle, was: pageTitle }),
  output: page,
})

/** Takes out of a document what keeps it from opening; `found` says of how much. Whoever may read it may ask. */
export const repairDocument = defineContract({
  method: 'POST',
  path: '/api/documents/:documentId/repair',
  access: 'member',
  params: z.strictObject({ documentId }),
  output: z.strictObject({ found: z.int() }),
})
