import { describe, expect, test } from 'vitest'
import { atMost, moreThanEveryone, ofBestYjs, ofRelay } from './goals.ts'

const rounds = new Map([
  ['rondo', [10, 12, 11]] as const,
  ['relay', [10, 10, 10]] as const,
  ['hocuspocus', [20, 24, 22]] as const,
  ['y-websocket-server', [30, 30, 30]] as const,
])

describe('Goals', () => {
  test('A ratio is the median of the ratios of the rounds, and says what was wanted.', () => {
    expect(ofRelay(1.3)(rounds)).toEqual({
      isMet: true,
      text: '1.10 (1.00 to 1.20) × the relay; wanted at most 1.30: met',
    })
    expect(ofRelay(1)(rounds)?.isMet).toBe(false)
  })

  test('The best of the others is the one to compare with.', () => {
    expect(ofBestYjs(0.5)(rounds)?.text).toBe('0.50 × Hocuspocus; wanted at most 0.50: met')
    expect(moreThanEveryone(rounds)?.text).toContain('× y-websocket-server; wanted above 1.00: missed')
  })

  test('What must never happen must not happen in any round.', () => {
    expect(atMost(11, ' s')(rounds)?.isMet).toBe(false)
    expect(atMost(12, ' s')(rounds)?.isMet).toBe(true)
  })

  test('Nothing is said beside nobody.', () => {
    expect(ofRelay(1)(new Map([['rondo', [1]]]))).toBeUndefined()
  })
})
