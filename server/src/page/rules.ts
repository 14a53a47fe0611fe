import type { OutlineEntry } from '@rondo/shared/document/read-segments.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import type { Page } from '@rondo/shared/page/model.ts'

/** A title as it is searched: without case, accents and doubled spaces. */
export const fold = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')

const WORD = /[\p{L}\p{N}]+(?:['’\-_.][\p{L}\p{N}]+)*/gu

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0

export const outlineOf = (entries: readonly OutlineEntry[]): Page['outline'] =>
  entries.map(({ level, title, segmentId }) => ({ id: segmentId ?? null, level, text: title }))

/** The pages whose backlinks are not what they were. */
export const relinked = (before: readonly PageId[], after: readonly PageId[]): PageId[] => [
  ...new Set(before).symmetricDifference(new Set(after)),
]
