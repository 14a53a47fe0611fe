import type * as Y from 'yjs'
import type { FileId } from '../kernel/id.ts'
import { isId, isSide } from './attributes.ts'
import { imageText } from './image-text.ts'
import { type BlockRead, readBlocks } from './read-blocks.ts'

/**
 * An image as it stands in the document. Whoever writes a page down elsewhere (Markdown, an export) needs no more than
 * this: `fileId` names the bytes, `alt` says what they show.
 */
export interface ImageRead {
  readonly fileId: FileId
  /** Undefined when nobody said so yet, or nothing is to be said. */
  readonly alt: string | undefined
  readonly decorative: boolean
  /** Of the picture itself, in pixels; undefined where the document does not say it. */
  readonly width: number | undefined
  readonly height: number | undefined
}

/** The images of a document in reading order; one that stands twice is there twice. */
export const readImages = (doc: Y.Doc): ImageRead[] =>
  readBlocks(doc)
    .map(imageOf)
    .filter((image) => image !== undefined)

const imageOf = ({ name, attributes }: BlockRead): ImageRead | undefined => {
  const { fileId, decorative, width, height } = attributes
  if (name !== 'image' || !isId<'file'>(fileId)) return undefined
  return {
    fileId,
    alt: imageText(attributes),
    decorative: decorative === true,
    width: isSide(width) ? width : undefined,
    height: isSide(height) ? height : undefined,
  }
}
