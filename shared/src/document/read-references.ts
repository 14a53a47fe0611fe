import type * as Y from 'yjs'
import type { MemberId, PageId } from '../kernel/id.ts'
import { cleanAddress } from './address.ts'
import { isId } from './attributes.ts'
import { readBlocks } from './read-blocks.ts'

const atoms = (doc: Y.Doc, name: string) =>
  readBlocks(doc).flatMap((block) =>
    block.inlines.flatMap((inline) => (inline.type === 'atom' && inline.name === name ? [inline] : [])),
  )

/** The pages that a document links to, each once, in the order of their first link. */
export const readLinks = (doc: Y.Doc): PageId[] => [
  ...new Set(
    atoms(doc, 'pageLink')
      .map((link) => link.attributes.pageId)
      .filter(isId<'page'>),
  ),
]

/** The members that a document mentions, each once. Whoever a next step is given to is not thereby mentioned. */
export const readMentions = (doc: Y.Doc): MemberId[] => [
  ...new Set(
    atoms(doc, 'mention')
      .map((mention) => mention.attributes.memberId)
      .filter(isId<'member'>),
  ),
]

/** The addresses that a document links to, each once, only those that may be links. */
export const readAddresses = (doc: Y.Doc): string[] => [
  ...new Set(
    readBlocks(doc)
      .flatMap((block) => block.inlines)
      .flatMap((inline) => (inline.type === 'text' ? [hrefOf(inline.marks.link)] : []))
      .filter((address) => address !== undefined),
  ),
]

const hrefOf = (mark: unknown): string | undefined =>
  typeof mark === 'object' && mark !== null && 'href' in mark ? cleanAddress(mark.href) : undefined
