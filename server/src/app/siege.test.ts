import { isDestructive, validateStructure } from '@rondo/shared/document/validate-structure.ts'
import { expect, it } from 'vitest'
import { breakPromise } from '../sync/testing/broken-promises.ts'
import { besiege } from '../sync/testing/siege.ts'
import { judgeUpdate } from './document-guard.ts'

const findBroken = (doc: Parameters<typeof validateStructure>[0]) =>
  validateStructure(doc).filter(isDestructive)

it('T12 SCN-4 20,000 hostile frames beside five honest people: they write on, and the page stays whole', async () => {
  const report = await besiege({ seed: 1, frames: 20_000, validate: judgeUpdate, findBroken })
  expect(report.frames).toBeGreaterThanOrEqual(20_000)
  expect(report.edits).toBeGreaterThan(100)
  expect(report.p99Ms).toBeLessThan(200)
}, 120_000)

it('T12 SCN-4 the same siege is noticed where nobody looks at what is written', async () => {
  const siege = besiege({ seed: 1, frames: 2_000, validate: () => null, findBroken })
  await expect(siege).rejects.toThrow(/./)
}, 60_000)

it.each([
  ['T13 WRT-1', 'binds client ids', 'ids-bound'],
  ['T14 WRT-2', 'refuses gaps', 'gaps-refused'],
] as const)(
  '%s the same siege is noticed where nobody %s',
  async (_, __, promise) => {
    const keep = breakPromise(promise)
    const siege = besiege({ seed: 1, frames: 2_000, validate: judgeUpdate, findBroken })
    await expect(siege.finally(keep)).rejects.toThrow(/./)
  },
  60_000,
)
