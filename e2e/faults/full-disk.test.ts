import { describe, expect, it } from 'vitest'
import { fillTheDisk } from './full-disk.ts'

const leftOut = 'LEFT OUT: a disk that is full; none can be mounted here.'

describe('a server whose disk is full', () => {
  it('says so, acknowledges nothing, is read meanwhile, and goes on when there is room again', async (test) => {
    const report = await fillTheDisk({ times: 2 })
    if (report === null) {
      process.stdout.write(`${leftOut}\n`)
      test.skip(leftOut)
      return
    }
    expect(report).toMatchObject({ lost: 0, refused: 0, converged: true, acknowledgedWhileFull: 0 })
    expect(report.acknowledged).toBeGreaterThan(50)
  })

  it('is caught losing edits when it acknowledges what was refused', async (test) => {
    const report = await fillTheDisk({ fault: 'ack-when-refused', fullMs: 200 })
    if (report === null) return test.skip(leftOut)
    expect(report.lost).toBeGreaterThan(0)
  })
})
