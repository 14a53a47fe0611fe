import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const script = fileURLToPath(new URL('../../server/src/sync/testing/stories.ts', import.meta.url))

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
  const child = spawn(process.execPath, [script, ...args, ...broken], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  await once(child, 'close')
  const last = lines.pop() ?? ''
  if (fault === undefined) for (const line of lines) process.stdout.write(`${line}\n`)
  return { seeds, ...report.parse(JSON.parse(last)) }
}
