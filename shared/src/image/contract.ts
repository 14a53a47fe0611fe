import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { fileId, pageId } from '../kernel/id.ts'
import { takenImage } from './model.ts'

/**
 * Takes in a picture for a page: the body is the file itself. It is drawn anew, so that nothing of the file is kept but
 * what can be seen.
 *
 * `covers` names the image of which this one hides something for good: its pixels are destroyed, and whoever still
 * names it is shown this one.
 */
export const takeInImage = defineContract({
  method: 'POST',
  path: '/api/pages/:pageId/images',
  access: 'member',
  params: z.strictObject({ pageId }),
  query: z.strictObject({ covers: fileId.optional() }),
  output: takenImage,
})

/** The picture itself, not JSON, for whoever may read its page. */
export const readImage = defineContract({
  method: 'GET',
  path: '/api/images/:fileId',
  access: 'room',
  params: z.strictObject({ fileId }),
  output: z.unknown(),
})
