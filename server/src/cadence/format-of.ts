import { createHash } from 'node:crypto'
import type { Format } from '@rondo/shared/format/model.ts'
import { formatFor } from '../format/index.ts'
import type { Reader } from '../platform/db/database.ts'
import type { ZonedCadence } from './store.ts'

/** The format as it is now; where the circle removed it, as it was when it was chosen. */
export const formatOf = async (
  reader: Reader,
  { circleId, format, locale, keptFormat }: ZonedCadence,
): Promise<Format> => (await formatFor(reader, circleId, format, locale)) ?? keptFormat

/** What of a format stands in the page of a meeting, in a few letters. */
export const shapeOf = ({ segments, page }: Pick<Format, 'segments' | 'page'>): string =>
  createHash('sha256')
    .update(JSON.stringify([segments, page]))
    .digest('base64url')
