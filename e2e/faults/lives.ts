import { z } from 'zod'
import { reportOf } from './report-of.ts'

const report = z.object({ acked: z.number(), failed: z.number() })

/** What can happen in the life of a stored document. */
export type Play = 'compaction' | 'damage' | 'unload'

/** Plays many lives of a document in a process of their own, and passes on what it says about those that ended badly. */
export const playLives = async (options: {
  readonly play: Play
  readonly seeds: number
  readonly from: number
  readonly isBroken?: boolean
}): Promise<z.infer<typeof report>> => {
  const { play, seeds, from, isBroken = false } = options
  const args = ['--play', play, '--seeds', String(seeds), '--from', String(from)]
  const told = await reportOf('sync/testing/lives.ts', [...args, ...(isBroken ? ['--broken'] : [])], isBroken)
  return report.parse(told)
}
