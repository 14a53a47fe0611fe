import { createHash } from 'node:crypto'
import { readText } from '@rondo/shared/document/read-text.ts'
import type { Doc } from 'yjs'

/** What a page says, in a few letters. A tick at a next step is no other text. */
export const digestOfText = (doc: Doc): string =>
  createHash('sha256').update(readText(doc)).digest('base64url')
