/**
 * Draws a picture anew.
 *
 * 1. What is kept is what can be seen: no place, no camera, no thumbnail, nothing behind the picture's end.
 * 2. Nothing is unpacked before its size is known and bounded.
 * 3. The work is done by libvips in threads of its own: whoever types does not wait for it.
 * 4. Only the formats of the web are read, whatever else the library knows.
 */
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import sharp, { type Metadata, type Sharp } from 'sharp'
import {
  BROKEN,
  type ImageType,
  keptSize,
  MOST_PIXELS,
  NOT_A_PICTURE,
  type Size,
  TOO_MANY_PIXELS,
  TOO_SLOW,
  typeOf,
} from './rules.ts'

export interface Drawn extends Size {
  readonly type: ImageType
  readonly bytes: Uint8Array
}

const LONGEST_SECONDS = 20
const MOST_FRAMES = 200

// Pictures come one at a time and never twice: a cache of them would only hold memory.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})

export const drawAnew = async (file: Uint8Array): Promise<Result<Drawn>> => {
  const type = typeOf(file)
  if (type === undefined) return NOT_A_PICTURE
  const read = (): Sharp =>
    sharp(file, {
      animated: mayMove(type),
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
      sequentialRead: true,
    })
  try {
    const known = await read().metadata()
    if (!isBounded(known)) return TOO_MANY_PIXELS
    return accept(await draw(read(), type, keptSize(sizeOf(known))))
  } catch (error) {
    return refusalOf(error)
  }
}

/** What moves goes on moving; the others are still. */
const mayMove = (type: ImageType): boolean => type === 'image/gif' || type === 'image/webp'

/** As it is seen, so after it was turned. Of a picture that moves, one frame. */
const sizeOf = ({ width, height, pageHeight, autoOrient }: Metadata): Size =>
  pageHeight === undefined ? autoOrient : { width, height: Math.min(height, pageHeight) }

const isBounded = ({ width, height, pages = 1, pageHeight = height }: Metadata): boolean =>
  pages <= MOST_FRAMES && width * pageHeight * pages <= MOST_PIXELS

const draw = async (picture: Sharp, type: ImageType, size: Size): Promise<Drawn> => {
  const turned = picture
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize({ ...size, fit: 'fill', withoutEnlargement: true })
    .toColourspace('srgb')
  const { data, info } = await written(turned, type).toBuffer({ resolveWithObject: true })
  const height = info.pageHeight ?? info.height
  return { type: TYPES[info.format] ?? type, bytes: data, width: info.width, height }
}

/** Screenshots stay sharp; what was lossy before stays so. A picture that moves, and AVIF, become WebP, which all browsers show. */
const written = (picture: Sharp, type: ImageType): Sharp => {
  switch (type) {
    case 'image/png':
      return picture.png({ compressionLevel: 8, adaptiveFiltering: true })
    case 'image/jpeg':
      return picture.jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    case 'image/gif':
    case 'image/webp':
    case 'image/avif':
      return picture.webp({ quality: 88, effort: 3 })
  }
}

const TYPES: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** What the library says of a picture is for its makers; whoever sent one is told what to do. */
const refusalOf = (error: unknown): Result<Drawn> => {
  const why = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(why)) return TOO_MANY_PIXELS
  return /timeout/i.test(why) ? TOO_SLOW : BROKEN
}
