import { wallTime } from '@rondo/shared/cadence/model.ts'
import { z } from 'zod'
import type { CadenceValues } from './form-values.ts'
import { MOST_WEEKS, weeklyFrom } from './rule-draft.ts'

/** A weekly series that somebody found already: its first day, its wall times in turn (by commas), and every how many weeks. */
const proposal = z.object({
  startsOn: z.iso.date(),
  times: z.string().refine((text) => text.split(',').every((time) => wallTime.safeParse(time).success)),
  weeks: z.int().min(1).max(MOST_WEEKS),
})

export type Proposal = z.infer<typeof proposal>

/** The series that an address proposes; nothing where it is not a whole one. */
export const readProposal = (search: Record<string, unknown>): Partial<Proposal> =>
  proposal.safeParse(search).data ?? {}

/** What it changes in the form. */
export const proposedValues = (search: Record<string, unknown>): Partial<CadenceValues> => {
  const { data } = proposal.safeParse(search)
  if (data === undefined) return {}
  const { startsOn, times, weeks } = data
  return { startsOn, times: times.split(','), draft: { ...weeklyFrom(startsOn), every: weeks } }
}
