import { z } from 'zod'
import { memberId, pageId, versionId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'

/** What somebody calls a version: "Before the rewrite". */
export const versionName = line(80)

/**
 * Why a version was kept: the page fell quiet, it was written in for long, somebody named it, its meeting was wrapped, it
 * became final, or something was about to replace much of it.
 */
export const versionReason = z.enum(['quiet', 'busy', 'named', 'wrapped', 'final', 'restore', 'import'])
export type VersionReason = z.infer<typeof versionReason>

/** A full copy of a page as it was. */
export const version = z.strictObject({
  id: versionId,
  pageId,
  reason: versionReason,
  /** Null until somebody names it; a version with a name is kept for ever. */
  name: versionName.nullable(),
  /** Who named it or restored; null where nobody asked for it. */
  by: memberId.nullable(),
  /** Who changed the page since the version before: a set, in no order that says anything. */
  contributors: z.array(memberId),
  /** To the moment where somebody named it then; otherwise rounded down to five minutes. */
  at: instant,
})
export type Version = z.infer<typeof version>

const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** Text with its marks (`link` has its address), or an inline atom. `cell` and `row` stand between those of a table. */
export const piece = z.union([
  z.strictObject({ text: z.string(), marks: z.record(z.string(), z.string().nullable()) }),
  z.strictObject({ atom: z.string(), attributes }),
])
export type Piece = z.infer<typeof piece>

/** A block that holds text, less its text, with the lists and quotations it stands in. */
export const shape = z.strictObject({
  type: z.string(),
  attributes,
  /** Outermost first. */
  inside: z.array(z.enum(['bullet', 'number', 'task', 'quote'])),
  /** Set on the first block of a list's item. */
  item: z.strictObject({ number: z.int().nullable(), done: z.boolean().nullable() }).nullable(),
})
export type Shape = z.infer<typeof shape>

export const run = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), piece })
/** A piece of text that stands in both versions, or in one of them. */
export type Run = z.infer<typeof run>

/**
 * One block of two versions of a page. What is not `added` stood in the old one, what is not `removed` stands in the new
 * one; `was` is the shape of a changed block before.
 */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['same', 'added', 'removed']), shape, runs: z.array(run) }),
  z.strictObject({ kind: z.literal('changed'), shape, was: shape, runs: z.array(run) }),
])
export type Change = z.infer<typeof change>
