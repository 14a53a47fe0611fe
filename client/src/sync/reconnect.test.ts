import { closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitBeforeRetry } from './reconnect.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

const wait = (code: number, failures: number, random: number, reason = ''): number | undefined =>
  waitBeforeRetry(code, reason, failures, random)?.ms

describe('waiting before the next attempt', () => {
  it('is never longer than a minute and spreads over all of it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), chance, (failures, random) => {
        const ms = wait(1006, failures, random)
        expect(ms).toBeGreaterThanOrEqual(0)
        expect(ms).toBeLessThanOrEqual(60_000)
      }),
    )
    expect(wait(1006, 0, 1)).toBe(1_000)
    expect(wait(1006, 3, 1)).toBe(8_000)
    expect(wait(1006, 9, 0.5)).toBe(30_000)
  })

  it('begins at ten seconds when there were too many, at thirty when the document cannot be opened', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), chance, (failures, random) => {
        expect(wait(closeCode.tooMany, failures, random)).toBeGreaterThanOrEqual(10_000)
        expect(wait(closeCode.unavailable, failures, random)).toBeGreaterThanOrEqual(30_000)
      }),
    )
    // Also above the floor they do not come all at once.
    expect(wait(closeCode.tooMany, 0, 0.5)).toBe(10_500)
    expect(waitBeforeRetry(closeCode.unavailable, '', 2, 0)).toEqual({ ms: 30_000, floorMs: 30_000 })
  })

  it('does not end in an attempt when the server decided', () => {
    for (const code of [closeCode.signedOut, closeCode.revoked, closeCode.notFound, closeCode.badFrame]) {
      expect(waitBeforeRetry(code, '', 0, 0.5)).toBeNull()
    }
    expect(wait(closeCode.badFrame, 0, 0, resyncReason)).toBe(0)
    expect(wait(closeCode.restarting, 0, 0)).toBe(0)
  })
})
