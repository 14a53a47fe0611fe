import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetServerTime, hearServerTime, noteServerTime, serverNow, whenDoubted } from './clock.ts'

const HOUR = 3_600_000

/** The server's clock, the device's, and the one that only counts; the last stands still while a device sleeps. */
let [server, wall, steady] = [0, 0, 0]

const pass = (ms: number) => {
  server += ms
  wall += ms
  steady += ms
}
const sleep = (ms: number) => {
  server += ms
  wall += ms
}
const setClock = (by: number) => {
  wall += by
}
const measured = (roundTrip: number) => {
  pass(roundTrip / 2)
  const told = server
  pass(roundTrip / 2)
  noteServerTime(told, roundTrip)
}

beforeEach(() => {
  ;[server, wall, steady] = [10_000_000, 1_000_000, 500]
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
  vi.spyOn(performance, 'now').mockImplementation(() => steady)
  forgetServerTime()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const wrongBy = () => Math.abs(serverNow() - server)

it('is this device’s clock until the server has told its own', () => {
  expect(serverNow()).toBe(wall)
})

it('counts half of the round trip', () => {
  noteServerTime(1_005_000, 100, 0)
  expect(serverNow()).toBe(1_005_050)
})

it('keeps the better of two measurements', () => {
  measured(20)
  noteServerTime(server + 900, 3000)
  expect(wrongBy()).toBeLessThan(20)
})

it('prefers a fresh measurement to one that has grown old', () => {
  measured(20)
  pass(HOUR)
  server += 700
  measured(200)
  expect(wrongBy()).toBeLessThan(101)
})

it('is not led astray by an answer without a date', () => {
  noteServerTime(Number.NaN, 10)
  expect(serverNow()).toBe(wall)
})

describe('a device', () => {
  it('whose clock is wrong by an hour shows the server’s time', () => {
    for (const by of [HOUR, -HOUR]) {
      forgetServerTime()
      wall = server + by
      measured(80)
      pass(60_000)
      expect(wrongBy()).toBeLessThan(100)
    }
  })

  it('whose clock is set back goes on as if nothing had been', () => {
    measured(40)
    setClock(-HOUR)
    pass(5000)
    expect(wrongBy()).toBeLessThan(50)
  })

  it('whose clock is set forward asks at once, and believes whatever it hears', () => {
    measured(40)
    const ask = vi.fn<() => void>(() => measured(900))
    const end = whenDoubted(ask)
    setClock(HOUR)
    serverNow()
    expect(ask).toHaveBeenCalledOnce()
    expect(wrongBy()).toBeLessThan(1000)
    end()
  })

  it('that slept for a day is right when it wakes up, and asks once to be sure', () => {
    measured(40)
    const ask = vi.fn<() => void>()
    const end = whenDoubted(ask)
    sleep(24 * HOUR)
    expect(wrongBy()).toBeLessThan(50)
    serverNow()
    expect(ask).toHaveBeenCalledOnce()
    end()
  })

  it('is not told yesterday’s time by a beat that waited while it slept', () => {
    measured(40)
    const waiting = server + 15_000
    sleep(24 * HOUR)
    hearServerTime(waiting)
    expect(wrongBy()).toBeLessThan(50)
  })

  it('asks where a beat comes far too late: either it waited, or the time is wrong', () => {
    measured(40)
    const ask = vi.fn<() => void>()
    const end = whenDoubted(ask)
    hearServerTime(server - 1500)
    expect(ask).not.toHaveBeenCalled()
    hearServerTime(server - 5000)
    expect(ask).toHaveBeenCalledOnce()
    end()
  })

  it('whose time lags behind is put right by the next beat', () => {
    measured(40)
    server += 3000
    hearServerTime(server)
    expect(wrongBy()).toBeLessThan(1)
  })
})

it('Without anything else a beat tells the time.', () => {
  hearServerTime(server)
  pass(15_000)
  expect(wrongBy()).toBe(0)
})
