import { describe, expect, it } from 'vitest'
import { letLeave, patienceMs } from './leaving.ts'

describe('a server that is asked to stop while people write', () => {
  it('is gone in time, also when asked twice, and has every edit that it acknowledged', async () => {
    const report = await letLeave({ times: 6, seed: 11 })
    expect(report).toMatchObject({ lost: 0, unclean: 0, converged: true })
    expect(report.slowestMs).toBeLessThan(patienceMs)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    const { lost } = await letLeave({ times: 2, seed: 11, fault: 'ack-before-commit' })
    expect(lost).toBeGreaterThan(0)
  })
})
