import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, pageId } from '../kernel/id.ts'
import { lineOrNothing } from '../kernel/text.ts'
import { page } from '../page/model.ts'
import { version } from '../version/model.ts'
import { LONGEST_FILE, MOST_FILE_BYTES } from './model.ts'

const fileText = z.string().max(LONGEST_FILE, `must be at most ${LONGEST_FILE} characters`)

/** A page as a Markdown file with our blocks as directives; whoever may read the page may have it. */
export const exportPage = defineContract({
  method: 'GET',
  path: '/api/pages/:pageId/markdown',
  access: 'member',
  params: z.strictObject({ pageId }),
  output: z.strictObject({ fileName: z.string(), text: z.string() }),
})

/** Makes a note of a file and replaces nothing; what is named by an id that exists already gets another one. */
export const importPage = defineContract({
  method: 'POST',
  path: '/api/pages/from-markdown',
  access: 'member',
  body: z.strictObject({
    /** The name of the page, where the file itself has none. */
    name: lineOrNothing(160),
    circleId: circleId.nullable(),
    text: fileText,
  }),
  mostBytes: MOST_FILE_BYTES,
  output: page,
})

/** Makes a page say what a file says, by edits in the asker's name; a version is kept before. */
export const replacePage = defineContract({
  method: 'POST',
  path: '/api/pages/:pageId/replace-by-markdown',
  access: 'member',
  params: z.strictObject({ pageId }),
  body: z.strictObject({ text: fileText }),
  mostBytes: MOST_FILE_BYTES,
  output: z.strictObject({
    /** The page as it was just before, to go back to. */
    before: version,
    /** False when the page said just that already. */
    changed: z.boolean(),
  }),
})
