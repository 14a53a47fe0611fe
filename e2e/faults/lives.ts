import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const script = fileURLToPath(new URL('../../server/src/sync/testing/lives.ts', import.meta.url))

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
  const child = spawn(process.execPath, [script, ...args, ...(isBroken ? ['--broken'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  await once(child, 'close')
  const last = lines.pop() ?? ''
  for (const line of lines) process.stdout.write(`${line}\n`)
  return report.parse(JSON.parse(last))
}
