import { z } from 'zod'
import { MAX_IMAGE_SIDE } from '../document/attributes.ts'
import { fileId } from '../kernel/id.ts'

/** The largest picture that is taken in, as it comes from somebody's device. */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024

/** What a picture may be: anything else is refused, whatever it calls itself. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const

const side = z.int().min(1).max(MAX_IMAGE_SIDE)

/** A picture that was taken in, as it is kept: its size may be less than it came with. */
export const takenImage = z.strictObject({
  fileId,
  width: side,
  height: side,
  /** Whether the pixels of the image that it covers are destroyed; they are not where the asker may not change its page. */
  covered: z.boolean(),
})
export type TakenImage = z.infer<typeof takenImage>
