/**
 * Besieges the document server with as many hostile frames as you like, beside five honest people:
 * `node server/src/app/siege.ts --frames 1000000 --seed 1 [--unguarded]`, or `npm run test:faults -- --only siege`
 */
import { parseArgs } from 'node:util'
import { isDestructive, validateStructure } from '@rondo/shared/document/validate-structure.ts'
import type { Doc } from 'yjs'
import { besiege } from '../sync/testing/siege.ts'
import { judgeUpdate } from './document-guard.ts'

/** More frames than this would only make the page larger. */
const framesPerSiege = 10_000

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    unguarded: { type: 'boolean', default: false },
  },
})

const findBroken = (doc: Doc) => validateStructure(doc).filter(isDestructive)
const validate = values.unguarded ? () => null : judgeUpdate

let failed = 0
let worstMs = 0
let played = 0
let edits = 0
const first = Number(values.seed)
for (let seed = first; played < Number(values.frames); seed++) {
  const frames = Math.min(framesPerSiege, Number(values.frames) - played)
  try {
    const report = await besiege({ seed, frames, validate, findBroken })
    worstMs = Math.max(worstMs, report.worstMs)
    edits += report.edits
  } catch (error) {
    failed += 1
    process.stdout.write(`Seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n`)
  }
  played += frames
}
process.stdout.write(
  `${JSON.stringify({ frames: played, firstSeed: first, edits, failed, worstMs: Math.round(worstMs) })}\n`,
)
process.exitCode = failed === 0 ? 0 : 1
