import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeCode, isFinal, resyncReason } from './close-code.ts'
import { decodeHello, encodeHello } from './hello-frame.ts'
import { isWriteFrame } from './message-type.ts'
import { decodeServerFrame, encodeServerFrame, type ServerFrame } from './server-frame.ts'

const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })

const anyServerFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({ kind: fc.constant('ack' as const), count, seq: count }),
  fc.record({
    kind: fc.constant('reject' as const),
    count,
    reason: fc.constantFrom('read-only', 'out-of-step', 'invalid', 'full', 'not-stored'),
    retryable: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('mode' as const),
    mode: fc.constantFrom('write', 'read', 'read-for-now'),
    generation: count,
    minSchema: count,
    maxSchema: count,
  }),
  fc.record({ kind: fc.constant('commit' as const), seq: count }),
  fc.record({ kind: fc.constant('heartbeat' as const), at: count }),
)

describe('frames of the server', () => {
  it('come back as they were sent', () => {
    fc.assert(
      fc.property(anyServerFrame, (frame) => {
        expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame)
      }),
    )
  })

  it('never throw on bytes from elsewhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        decodeServerFrame(noise)
        decodeServerFrame(Uint8Array.of(120, ...noise))
      }),
    )
  })

  it('of a later version are ignored', () => {
    expect(decodeServerFrame(Uint8Array.of(120, 55, 1, 2))).toBeNull()
    expect(decodeServerFrame(Uint8Array.of(0, 0, 1))).toBeNull()
  })

  it('are the bytes that the protocol page promises', () => {
    expect([...encodeServerFrame({ kind: 'ack', count: 3, seq: 9 })]).toEqual([120, 0, 3, 9])
    expect([
      ...encodeServerFrame({ kind: 'reject', count: 2, reason: 'read-only', retryable: false }),
    ]).toEqual([120, 1, 2, 0, 0])
    expect([
      ...encodeServerFrame({ kind: 'mode', mode: 'read', generation: 4, minSchema: 1, maxSchema: 2 }),
    ]).toEqual([120, 2, 1, 4, 1, 2])
  })
})

describe('a greeting', () => {
  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(
        fc.record({ schema: count, generation: count, clientId: count, ackVersion: count }),
        (hello) => {
          expect(decodeHello(encodeHello(hello))).toEqual(hello)
        },
      ),
    )
  })

  it('cut short is not one', () => {
    const whole = encodeHello({ schema: 1, generation: 2, clientId: 300_000, ackVersion: 1 })
    for (let length = 0; length < whole.length; length++) {
      expect(decodeHello(whole.subarray(0, length))).toBeNull()
    }
  })
})

describe('write frames', () => {
  it('are answers and updates of the sync protocol, and nothing else', () => {
    expect(isWriteFrame(Uint8Array.of(0, 1, 0))).toBe(true)
    expect(isWriteFrame(Uint8Array.of(0, 2, 0))).toBe(true)
    expect(isWriteFrame(Uint8Array.of(0, 0, 0))).toBe(false)
    expect(isWriteFrame(Uint8Array.of(1, 1, 0))).toBe(false)
    expect(isWriteFrame(Uint8Array.of())).toBe(false)
  })
})

describe('close codes', () => {
  it('from 4400 to 4499 are final, except a broken frame that asks for a resync', () => {
    expect(isFinal(closeCode.revoked)).toBe(true)
    expect(isFinal(closeCode.badFrame)).toBe(true)
    expect(isFinal(closeCode.badFrame, resyncReason)).toBe(false)
    expect(isFinal(closeCode.restarting)).toBe(false)
    expect(isFinal(1006)).toBe(false)
  })
})
