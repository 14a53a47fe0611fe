import { type Format, format, type OwnFormat } from '@rondo/shared/format/model.ts'
import { type DraftSegment, draftOf, isRightSegment, plannedOf } from './planned-segments.ts'
import type { ShownFormat } from './shown-formats.ts'

/** A format while it is edited; nothing in it need be right yet. */
export interface FormatDraft {
  readonly name: string
  readonly about: string
  readonly roles: readonly string[]
  readonly page: string
  readonly segments: readonly DraftSegment[]
}

export const draftOfFormat = ({ name, about, roles, page, segments }: Format): FormatDraft => ({
  name,
  about,
  roles,
  page,
  segments: draftOf(segments),
})

/** What is sent. */
export const formatOfDraft = ({ name, about, roles, page, segments }: FormatDraft): Format => ({
  name: name.trim(),
  about: about.trim(),
  roles: [...roles],
  page: page.trim(),
  segments: plannedOf(segments),
})

export type DraftField = 'name' | 'about' | 'roles' | 'page' | 'segments'

/** What is not right yet. */
export function wrongIn(draft: FormatDraft): ReadonlySet<DraftField> {
  const parsed = format.safeParse(formatOfDraft(draft))
  const fields = new Set(parsed.error?.issues.map((issue) => issue.path[0] as DraftField))
  if (draft.segments.length === 0 || !draft.segments.every(isRightSegment)) fields.add('segments')
  return fields
}

/** Whether the draft says something else than the format it began with. */
export const isChanged = (draft: FormatDraft, from: Format): boolean =>
  JSON.stringify(formatOfDraft(draft)) !== JSON.stringify(formatOfDraft(draftOfFormat(from)))

/** A name that no other format of the circle has: "Critique lab 2". */
export function freeName(name: string, formats: readonly Pick<OwnFormat, 'name'>[]): string {
  const taken = new Set(formats.map((one) => one.name.toLowerCase()))
  if (!taken.has(name.toLowerCase())) return name
  let number = 2
  while (taken.has(`${name} ${number}`.toLowerCase())) number++
  return `${name} ${number}`
}

/** The format that somebody has saved since the draft began, if there is one. */
export const newerThan = (
  seen: OwnFormat | undefined,
  now: ShownFormat | undefined,
): OwnFormat | undefined =>
  seen !== undefined && now?.own !== undefined && now.own.version > seen.version ? now.own : undefined
