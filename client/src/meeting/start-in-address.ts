import { z } from 'zod'
import type { LocalTime } from './zone-time.ts'

const start = z.object({ day: z.iso.date(), time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/) })

/** The start that an address proposes for a new meeting, in the circle's zone; nothing where it is not a whole one. */
export const readStart = (search: Record<string, unknown>): Partial<LocalTime> =>
  start.safeParse(search).data ?? {}
