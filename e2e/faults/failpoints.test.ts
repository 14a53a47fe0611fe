import { afterEach, describe, expect, it } from 'vitest'
import { crash, crashAt } from './crash.ts'
import { momentsOfAnEdit, momentsOfHousekeeping, quickHousekeeping } from './failpoints.ts'
import { SyncHost } from './target.ts'

const seed = 3
let host: SyncHost | undefined
afterEach(() => host?.dispose())

describe('a server that dies between two steps that belong together', () => {
  it.each([
    ['of an edit', momentsOfAnEdit, 9],
    ['of compaction and deletion', momentsOfHousekeeping, 2],
  ])('has every edit that it acknowledged, whatever the moment %s', async (_, moments, atMost) => {
    host = new SyncHost(quickHousekeeping)
    const report = await crashAt(host, moments, { seed, atMost })
    expect(report).toMatchObject({ kills: moments.length, lost: 0, converged: true })
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    // Between acknowledging and committing this one has no named moment but time, so it gets three chances.
    host = new SyncHost({ fault: 'ack-before-commit' })
    const { lost } = await crash(host, { kills: 3, seed, heals: false, livesMs: 500 })
    expect(lost).toBeGreaterThan(0)
  })
})
