import { afterEach, describe, expect, it } from 'vitest'
import { crash } from './crash.ts'
import { SyncHost, type Target } from './target.ts'

const targets: Target[] = []
const host = (fault: 'ack-before-commit' | null): Target => {
  const target = new SyncHost(fault)
  targets.push(target)
  return target
}
afterEach(() => Promise.all(targets.splice(0).map((target) => target.dispose())))

describe('a server killed under load', () => {
  it('has every edit that it acknowledged, after each of 25 kills', async () => {
    const report = await crash(host(null), { kills: 25, seed: 1 })
    expect(report).toMatchObject({ kills: 25, lost: 0, refused: 0, converged: true })
    expect(report.acknowledged).toBeGreaterThan(500)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    const report = await crash(host('ack-before-commit'), { kills: 5, seed: 1 })
    expect(report.lost).toBeGreaterThan(0)
  })
})
