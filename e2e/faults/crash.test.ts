import { afterEach, describe, expect, it } from 'vitest'
import { crash } from './crash.ts'
import { SyncHost } from './target.ts'

const hosts: SyncHost[] = []
const toBeDisposed = (host: SyncHost): SyncHost => {
  hosts.push(host)
  return host
}
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.dispose())))

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
})
