import { describe, expect, it } from 'vitest'
import { createServerTime } from './server-time.ts'

describe('the server’s time', () => {
  it('is this device’s until something was heard', () => {
    expect(createServerTime(() => 5_000).now()).toBe(5_000)
  })

  it('follows the heartbeat that was on its way for the shortest time', () => {
    let here = 1_000_000
    const time = createServerTime(() => here)
    for (const delay of [400, 20, 900]) {
      here += 15_000
      time.hear(here + 60_000 - delay)
    }
    expect(time.now() - here).toBe(59_980)
  })

  it('forgets what it heard long ago, so that a corrected clock is believed', () => {
    let here = 0
    const time = createServerTime(() => here)
    time.hear(3_600_000)
    for (let i = 0; i < 8; i++) {
      here += 15_000
      time.hear(here)
    }
    expect(time.now()).toBe(here)
  })

  it('believes the next heartbeat after the clock of the device was set, forwards or back', () => {
    for (const jump of [3_600_000, -3_600_000]) {
      let here = 10_000_000
      const time = createServerTime(() => here)
      time.hear(here)
      here += jump
      time.hear(here - jump)
      expect(time.now()).toBe(here - jump)
    }
  })
})
