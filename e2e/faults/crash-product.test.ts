import { afterEach, describe, expect, it } from 'vitest'
import { crash } from './crash.ts'
import { Product } from './product.ts'

let product: Product | undefined
const serving = (fault: 'ack-before-commit' | null): Product => {
  product = new Product(fault)
  return product
}
afterEach(() => product?.dispose())

describe('the whole product, killed under load', () => {
  it('has every edit that it acknowledged', async () => {
    const report = await crash(serving(null), { kills: 4, seed: 2, everyMs: 20 })
    expect(report).toMatchObject({ kills: 4, lost: 0, refused: 0, converged: true })
    expect(report.acknowledged).toBeGreaterThan(20)
  })

  it('is caught losing edits when it acknowledges before the commit', async () => {
    const report = await crash(serving('ack-before-commit'), {
      kills: 2,
      seed: 2,
      heals: false,
    })
    expect(report.lost).toBeGreaterThan(0)
  })
})
