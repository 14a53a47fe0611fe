import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetServerTime, noteServerTime, serverNow } from './clock.ts'
import { keepTime } from './keep-time.ts'

const DAY = 86_400_000
let [wall, steady] = [0, 0]
let back: () => void = () => {}
let stop: () => void = () => {}
const measure = vi.fn<() => Promise<unknown>>()
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  ;[wall, steady] = [1_000_000, 0]
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
  vi.spyOn(performance, 'now').mockImplementation(() => steady)
  forgetServerTime()
  measure.mockReset().mockResolvedValue(undefined)
  const whenBack = (tell: () => void) => {
    back = tell
    return () => {}
  }
  stop = keepTime({ measure, whenBack })
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

const pass = (ms: number) => {
  wall += ms
  steady += ms
}

describe('the server’s time is asked for', () => {
  it('when the tab is looked at again, the network is back, or the line is', async () => {
    const moments = [
      () => document.dispatchEvent(new Event('visibilitychange')),
      () => window.dispatchEvent(new Event('online')),
      () => window.dispatchEvent(new Event('pageshow')),
      () => back(),
    ]
    for (const [index, moment] of moments.entries()) {
      moment()
      await settled()
      expect(measure).toHaveBeenCalledTimes(index + 1)
      pass(6000)
    }
  })

  it('once, however much happens at a time', async () => {
    for (let i = 0; i < 20; i++) {
      window.dispatchEvent(new Event('online'))
      back()
      await settled()
    }
    expect(measure).toHaveBeenCalledOnce()
  })

  it('again after it could not be had, and never by itself', async () => {
    measure.mockRejectedValueOnce(new Error('away'))
    back()
    await settled()
    pass(DAY)
    await settled()
    expect(measure).toHaveBeenCalledOnce()
    back()
    expect(measure).toHaveBeenCalledTimes(2)
  })

  it('when the device’s clock is set while the page is open', () => {
    noteServerTime(5_000_000, 20)
    wall += 3_600_000
    serverNow()
    expect(measure).toHaveBeenCalledOnce()
  })

  it('no more after the end', () => {
    stop()
    back = () => {}
    window.dispatchEvent(new Event('online'))
    expect(measure).not.toHaveBeenCalled()
  })
})
