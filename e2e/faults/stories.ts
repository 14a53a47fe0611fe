import { z } from 'zod'
import { reportOf } from './report-of.ts'

const report = z.object({ deeds: z.number(), acked: z.number(), failed: z.number(), strays: z.number() })

/** What became of many stories. */
export type StoriesReport = z.infer<typeof report> & { readonly seeds: number }

/** Tells stories in a process of their own, and passes on what it says about those that ended badly. */
export const tellStories = async (options: {
  readonly seeds: number
  readonly from: number
  readonly acts: number
  readonly fault?: string
}): Promise<StoriesReport> => {
  const { seeds, from, acts, fault } = options
  const args = ['--seeds', String(seeds), '--from', String(from), '--acts', String(acts)]
  const broken = fault === undefined ? [] : ['--fault', fault]
  const told = await reportOf('sync/testing/stories.ts', [...args, ...broken], fault !== undefined)
  return { seeds, ...report.parse(told) }
}
