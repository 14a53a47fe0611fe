import { closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitBeforeRetry } from './reconnect.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

describe('waiting before the next attempt', () => {
  it('is never longer than a minute and spreads over all of it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), chance, (failures, random) => {
        const wait = waitBeforeRetry(1006, '', failures, random)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(60_000)
      }),
    )
    expect(waitBeforeRetry(1006, '', 0, 1)).toBe(1_000)
    expect(waitBeforeRetry(1006, '', 3, 1)).toBe(8_000)
    expect(waitBeforeRetry(1006, '', 9, 0.5)).toBe(30_000)
  })

  it('is at least ten seconds when there were too many, thirty when the document cannot be opened', () => {
    expect(waitBeforeRetry(closeCode.tooMany, '', 0, 0)).toBe(10_000)
    expect(waitBeforeRetry(closeCode.unavailable, '', 0, 0)).toBe(30_000)
  })

  it('does not end in an attempt when the server decided', () => {
    for (const code of [closeCode.signedOut, closeCode.revoked, closeCode.notFound, closeCode.badFrame]) {
      expect(waitBeforeRetry(code, '', 0, 0.5)).toBeNull()
    }
    expect(waitBeforeRetry(closeCode.badFrame, resyncReason, 0, 0)).toBe(0)
    expect(waitBeforeRetry(closeCode.restarting, '', 0, 0)).toBe(0)
  })
})
