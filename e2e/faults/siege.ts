import { z } from 'zod'
import { reportOf } from './report-of.ts'

const report = z.object({
  frames: z.number(),
  edits: z.number(),
  failed: z.number(),
  worstMs: z.number(),
})

/** What became of a siege. */
export type SiegeReport = z.infer<typeof report>

/** Besieges a document server in a process of its own; `unguarded`: one where nobody looks at what is written. */
export const laySiege = async (options: {
  readonly frames: number
  readonly seed: number
  readonly unguarded?: boolean
}): Promise<SiegeReport> => {
  const { frames, seed, unguarded = false } = options
  const args = ['--frames', String(frames), '--seed', String(seed), ...(unguarded ? ['--unguarded'] : [])]
  return report.parse(await reportOf('app/siege.ts', args, unguarded))
}
