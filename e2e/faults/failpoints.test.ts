import { afterEach, describe, expect, it } from 'vitest'
import { crashAt } from './crash.ts'
import { SyncHost } from './target.ts'

/** Every moment that the server names, see its failpoint.ts; those of compaction and deletion come but once in a while. */
const ofAnEdit = ['append', 'ahead-written', 'appended', 'broadcast', 'acknowledged']
const ofHousekeeping = [
  'transfer-inserted',
  'transferred',
  'snapshot-inserted',
  'pointer-moved',
  'compacted',
  'rows-deleted',
  'pruned',
]
const seed = 3
/** Compacts and deletes all the time, so that those moments come. */
const limits = { compactRows: 5, compactQuietMs: 100, houseMs: 150, retentionMs: 0, unloadMs: 50 }

let host: SyncHost | undefined
afterEach(() => host?.dispose())

describe('a server that dies between two steps that belong together', () => {
  it.each([
    ['of an edit', ofAnEdit, 9],
    ['of compaction and deletion', ofHousekeeping, 2],
  ])('has every edit that it acknowledged, whatever the moment %s', async (_, moments, atMost) => {
    host = new SyncHost({ limits })
    const report = await crashAt(host, moments, { seed, atMost })
    expect(report).toMatchObject({ kills: moments.length, lost: 0, converged: true })
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    host = new SyncHost({ limits, fault: 'ack-before-commit' })
    const report = await crashAt(host, ['acknowledged', 'acknowledged', 'acknowledged'], {
      seed,
      atMost: 4,
      heals: false,
    })
    expect(report.lost).toBeGreaterThan(0)
  })
})
