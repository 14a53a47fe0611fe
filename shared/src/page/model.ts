import { z } from 'zod'
import { circleId, documentId, meetingId, memberId, pageId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'

export const pageTitle = line(160)
export const pageKind = z.enum(['note', 'show-notes'])

/** A line in a list of pages. */
export const pageSummary = z.strictObject({
  id: pageId,
  /** Null for a page of the whole workspace. */
  circleId: circleId.nullable(),
  kind: pageKind,
  title: pageTitle,
  /** The meeting whose show-notes this is. */
  meetingId: meetingId.nullable(),
  createdBy: memberId,
  /** When its text or title last changed. */
  updatedAt: instant,
})
export type PageSummary = z.infer<typeof pageSummary>

export const page = pageSummary.extend({
  documentId,
  createdAt: instant,
  mayWrite: z.boolean(),
  outline: z.array(
    z.strictObject({ id: z.string().nullable(), level: z.int().min(1).max(4), text: z.string() }),
  ),
  /** Number of words in the text. */
  words: z.int().min(0),
  /** Pages that link here, as far as the asking member may read them. */
  backlinks: z.array(pageSummary),
})
export type Page = z.infer<typeof page>
