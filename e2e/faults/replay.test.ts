import { describe, expect, it } from 'vitest'
import { findInput } from '../world/trace.ts'
import { replay } from './replay.ts'
import { readRecording } from './typing.ts'

const casts = [
  ['friendsforever', 10],
  ['seph-blog1', 2],
] as const

describe.each(casts)('on real input: %s', (name, typists) => {
  const input = findInput(`traces/${name}.json.gz`)
  if (input === undefined)
    process.stdout.write(`LEFT OUT: the recording ${name} is not beside the project.\n`)

  it.skipIf(input === undefined)(
    `the first 1500 keystrokes, typed by ${typists} people on lines that break, survive a server that dies in the middle`,
    async () => {
      const report = await replay(readRecording(input ?? ''), { typists, seed: 1, atMost: 1_500 })
      expect(report).toMatchObject({ restarts: 1, readers: typists + 2, right: typists + 2 })
      expect(report).toMatchObject({ compacted: true, sameBytes: true })
    },
  )
})
