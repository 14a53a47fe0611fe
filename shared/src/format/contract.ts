import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, formatId } from '../kernel/id.ts'
import { format, ownFormat, presetId } from './model.ts'

const ofCircle = z.strictObject({ circleId })
const ofFormat = z.strictObject({ circleId, formatId })
const from = z.int().min(1)

/** The circle's own formats, by name. The presets are the same everywhere and come with the client. */
export const listFormats = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/formats',
  access: 'member',
  params: ofCircle,
  output: z.strictObject({ formats: z.array(ownFormat) }),
})

/** Keeps a format as the circle's own. Any member may. */
export const saveFormat = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/formats',
  access: 'member',
  params: ofCircle,
  body: z.strictObject({ format, basedOn: presetId.nullable().default(null) }),
  output: ownFormat,
})

/** Changes it for meetings to come; a host may. `from` is the version the asker saw: whoever is late is told (409). */
export const changeFormat = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId/formats/:formatId',
  access: 'member',
  params: ofFormat,
  body: z.strictObject({ from, format }),
  output: ownFormat,
})

/** Forgets it; meetings keep what they were made with. A host may, and `from` is as above. */
export const removeFormat = defineContract({
  method: 'DELETE',
  path: '/api/circles/:circleId/formats/:formatId',
  access: 'member',
  params: ofFormat,
  body: z.strictObject({ from }),
  output: z.null(),
})
