import type * as Y from 'yjs'
import type { MemberId, PageId } from '../kernel/id.ts'
import { isId } from './attributes.ts'
import { imageText } from './image-text.ts'
import { type BlockRead, type Inline, readBlocks } from './read-blocks.ts'

/** How mentions and page links read in plain text; without labels they are left out. */
export interface Labels {
  readonly member?: (id: MemberId) => string | undefined
  readonly page?: (id: PageId) => string | undefined
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'segment', 'capture', 'codeBlock'])

/** The plain text of a document, one line per block that holds text (empty paragraphs are empty lines); an image is what it shows. */
export const readText = (doc: Y.Doc, labels: Labels = {}): string =>
  readBlocks(doc)
    .filter((block) => TEXT_BLOCKS.has(block.name) || block.inlines.length > 0 || isDescribed(block))
    .map((block) => blockText(block, labels))
    .join('\n')

/** The text of one block. A line break inside it is a space. */
export const blockText = (block: BlockRead, labels: Labels = {}): string =>
  isDescribed(block)
    ? (imageText(block.attributes) ?? '')
    : block.inlines.map((inline) => inlineText(inline, labels)).join('')

const isDescribed = ({ name, attributes }: BlockRead): boolean =>
  name === 'image' && imageText(attributes) !== undefined

const inlineText = (inline: Inline, labels: Labels): string => {
  if (inline.type === 'text') return inline.text
  const { memberId, pageId } = inline.attributes
  if (inline.name === 'mention' && isId<'member'>(memberId)) return labels.member?.(memberId) ?? ''
  if (inline.name === 'pageLink' && isId<'page'>(pageId)) return labels.page?.(pageId) ?? ''
  return inline.name === 'hardBreak' ? ' ' : ''
}
