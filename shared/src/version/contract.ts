import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { pageId, versionId } from '../kernel/id.ts'
import { pageTitle } from '../page/model.ts'
import { change, version, versionName } from './model.ts'

const ofPage = z.strictObject({ pageId })
const ofVersion = z.strictObject({ pageId, versionId })

/** The versions of a page, newest first. */
export const listVersions = defineContract({
  method: 'GET',
  path: '/api/pages/:pageId/versions',
  access: 'member',
  params: ofPage,
  output: z.strictObject({
    versions: z.array(version),
    /** Whether the asking member may erase them for good. */
    mayErase: z.boolean(),
  }),
})

/** Keeps the page as it is now, by a name, for ever. A state that has a name already keeps that (409). */
export const keepVersion = defineContract({
  method: 'POST',
  path: '/api/pages/:pageId/versions',
  access: 'member',
  params: ofPage,
  body: z.strictObject({ name: versionName }),
  output: version,
})

/** A version with its text, as ProseMirror JSON. */
export const readVersion = defineContract({
  method: 'GET',
  path: '/api/pages/:pageId/versions/:versionId',
  access: 'member',
  params: ofVersion,
  output: z.strictObject({ version, body: z.record(z.string(), z.unknown()) }),
})

/** `was` is the name the asker saw: whoever is late is told (409). */
export const nameVersion = defineContract({
  method: 'PATCH',
  path: '/api/pages/:pageId/versions/:versionId',
  access: 'member',
  params: ofVersion,
  body: z.strictObject({ name: versionName, was: versionName.nullable() }),
  output: version,
})

/** What leads from one version to another, block by block; `from` nothing: from an empty page. */
export const compareVersions = defineContract({
  method: 'GET',
  path: '/api/pages/:pageId/changes',
  access: 'member',
  params: ofPage,
  query: z.strictObject({ from: versionId.optional(), to: z.union([z.literal('now'), versionId]) }),
  output: z.strictObject({ changes: z.array(change) }),
})

/** Makes the page say again what it said then, by edits in the asker's name; others' cursors and captures stay. */
export const restoreVersion = defineContract({
  method: 'POST',
  path: '/api/pages/:pageId/versions/:versionId/restore',
  access: 'member',
  params: ofVersion,
  output: z.strictObject({
    /** The page as it was just before, to go back to. */
    before: version,
    /** False when the page said just that already. */
    changed: z.boolean(),
  }),
})

/**
 * Erases all versions of a page, and all that was ever deleted from it, for good. What stands in it stays. For a host of
 * its circle and whoever started it; `title` repeats the page's title, so that it does not happen by itself.
 */
export const eraseHistory = defineContract({
  method: 'POST',
  path: '/api/pages/:pageId/erase-history',
  access: 'member',
  params: ofPage,
  body: z.strictObject({ title: pageTitle }),
  output: z.null(),
})
