import { type IMAGE_TYPES, MAX_IMAGE_BYTES } from '@rondo/shared/image/model.ts'
import { refuse } from '@rondo/shared/kernel/refusal.ts'

export type ImageType = (typeof IMAGE_TYPES)[number]

export interface Size {
  readonly width: number
  readonly height: number
}

/** More than any screenshot has; a picture that unpacks to more is not unpacked. All frames of a moving one count. */
export const MOST_PIXELS = 50_000_000

/** What is kept: large enough to read a screenshot of a large screen, small enough to load on a telephone. */
const MOST_KEPT_PIXELS = 16_000_000
const LONGEST_KEPT_SIDE = 8_192

/** Marks of the formats, by the first bytes of a file. What a file is called, or says it is, counts for nothing. */
const MARKS: readonly [type: ImageType, at: number, mark: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
]

/** What the first bytes say that the file is; undefined for what no browser would show as a picture. */
export const typeOf = (bytes: Uint8Array): ImageType | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return MARKS.find(([, at, mark]) => head.startsWith(mark, at))?.[0]
}

/** The size in which a picture is kept: as it came, or less, in the same proportions. */
export const keptSize = ({ width, height }: Size): Size => {
  const longest = LONGEST_KEPT_SIDE / Math.max(width, height)
  const area = Math.sqrt(MOST_KEPT_PIXELS / (width * height))
  const scale = Math.min(1, longest, area)
  const scaled = (side: number): number => Math.max(1, Math.floor(side * scale))
  return scale === 1 ? { width, height } : { width: scaled(width), height: scaled(height) }
}

export const NOT_A_PICTURE = refuse(
  'invalid',
  'This file is not a picture we can show. Use a PNG, JPEG, WebP, GIF or AVIF file.',
  { reason: 'image.not-a-picture' },
)

export const BROKEN = refuse(
  'invalid',
  'This picture is damaged and cannot be read. Save it anew and try again.',
  {
    reason: 'image.broken',
  },
)

export const TOO_MANY_PIXELS = refuse(
  'too-large',
  'This picture has more than 50 million pixels. Make it smaller and try again.',
  { reason: 'image.too-many-pixels' },
)

export const TOO_LARGE = refuse(
  'too-large',
  `A picture may have at most ${MAX_IMAGE_BYTES / 1024 / 1024} MB. Make it smaller and try again.`,
  { reason: 'image.too-large' },
)

export const NO_ROOM = refuse(
  'too-large',
  'There is no room left for this picture. Ask whoever runs this Rondo for more room.',
  { reason: 'image.no-room' },
)

export const TOO_SLOW = refuse(
  'invalid',
  'Reading this picture took too long. Save it in another format and try again.',
  {
    reason: 'image.too-slow',
  },
)

export const TOO_MANY = refuse(
  'too-many',
  'Too many pictures at once. Wait until the earlier ones are there.',
  {
    reason: 'image.too-many',
    retryAfter: 5,
  },
)

export const ABSENT = refuse('not-found', 'There is no such image.')

export const ABSENT_PAGE = refuse('not-found', 'There is no such page.')
