import { describe, expect, it } from 'vitest'
import { restartUnderHerd } from './herd.ts'

describe('a server that is killed under a herd', () => {
  it('has 200 clients back within a minute, and whoever writes waits less than a second meanwhile', async () => {
    const report = await restartUnderHerd({ clients: 200 })
    expect(report).toMatchObject({ back: 200, lost: 0, refused: 0 })
    expect(report.p99Ms).toBeLessThan(1_000)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    const { lost } = await restartUnderHerd({
      clients: 20,
      documents: 2,
      everyMs: 10,
      fault: 'ack-before-commit',
    })
    expect(lost).toBeGreaterThan(0)
  })
})
