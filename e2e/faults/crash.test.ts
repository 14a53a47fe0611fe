import { afterEach, describe, expect, it } from 'vitest'
import { crash } from './crash.ts'
import { Product } from './product.ts'
import { SyncHost, type Target } from './target.ts'

const targets: Target[] = []
const toBeDisposed = (target: Target): Target => {
  targets.push(target)
  return target
}
afterEach(() => Promise.all(targets.splice(0).map((target) => target.dispose())))

describe('a server killed under load', () => {
  it('has every edit that it acknowledged, after each of 25 kills', async () => {
    const report = await crash(toBeDisposed(new SyncHost()), { kills: 25, seed: 1 })
    expect(report).toMatchObject({ kills: 25, lost: 0, refused: 0, converged: true })
    expect(report.acknowledged).toBeGreaterThan(500)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    const report = await crash(toBeDisposed(new SyncHost({ fault: 'ack-before-commit' })), {
      kills: 2,
      seed: 1,
      heals: false,
      livesMs: 500,
    })
    expect(report.lost).toBeGreaterThan(0)
  })

  it('has it as the whole product, too', async () => {
    const report = await crash(toBeDisposed(new Product(null)), { kills: 4, seed: 2, everyMs: 20 })
    expect(report).toMatchObject({ kills: 4, lost: 0, refused: 0, converged: true })
    expect(report.acknowledged).toBeGreaterThan(20)
  })

  it('is caught losing edits as the whole product when it acknowledges before the commit', async () => {
    const report = await crash(toBeDisposed(new Product('ack-before-commit')), {
      kills: 2,
      seed: 2,
      heals: false,
    })
    expect(report.lost).toBeGreaterThan(0)
  })
})
