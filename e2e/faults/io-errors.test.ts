import { describe, expect, it } from 'vitest'
import { failCalls } from './io-errors.ts'
import { canRecord } from './power-cut.ts'

const isPossible = canRecord()
if (!isPossible) process.stdout.write('LEFT OUT: I/O errors of the whole server; strace cannot trace here.\n')

describe.skipIf(!isPossible)('a server whose n-th call to the disk fails', () => {
  it('acknowledges nothing that is not stored, and goes on by itself', async () => {
    const report = await failCalls({ calls: [2, 6, 11] })
    expect(report).toMatchObject({ lost: 0, stuck: 0, converged: true })
    expect(report.unstarted).toBeLessThan(3)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    // Several: a call that fails before the server serves keeps it from starting, and then nothing is acknowledged.
    const { unstarted, lost } = await failCalls({ calls: [6, 10, 16], fault: 'ack-before-commit' })
    expect(unstarted).toBeLessThan(3)
    expect(lost).toBeGreaterThan(0)
  })
})
