import { z } from 'zod'

/** What somebody looks for, as it stands in the address; whatever is not right there counts as not said. */
const search = z.object({
  view: z.enum(['series']).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  minutes: z.int().min(5).max(480).optional().catch(undefined),
  weeks: z.int().min(1).max(8).optional().catch(undefined),
})

export type FairSearch = Partial<z.infer<typeof search>>

/** Reads the address. */
export const readSearch = (given: Record<string, unknown>): FairSearch => {
  const said = Object.entries(search.parse(given)).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said)
}
