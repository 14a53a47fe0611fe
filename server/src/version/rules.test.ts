import type { VersionId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Aging, outlived, people, toldAt, writersSince } from './rules.ts'

const NOW = Date.UTC(2026, 5, 1, 12)
const version = (ago: number, more: Partial<Aging> = {}): Aging => ({
  id: `${ago}` as VersionId,
  at: NOW - ago,
  name: null,
  reason: 'quiet',
  ...more,
})
const kept = (versions: readonly Aging[], now = NOW) => {
  const gone = new Set(outlived(versions, now))
  return versions.filter(({ id }) => !gone.has(id))
}
const every = (step: number, upTo: number) =>
  Array.from({ length: Math.floor(upTo / step) }, (_, i) => version(i * step))

test('VER-5: A day long every version stays, then one an hour, then one a day, then none.', () => {
  const left = kept(every(20 * MINUTE, 100 * DAY)).map(({ at }) => NOW - at)
  expect(left.filter((ago) => ago <= DAY)).toHaveLength(73)
  expect(left.filter((ago) => ago > DAY && ago <= 7 * DAY)).toHaveLength(6 * 24)
  expect(left.filter((ago) => ago > 7 * DAY && ago <= 90 * DAY).length).toBeLessThanOrEqual(84)
  expect(left.filter((ago) => ago > 7 * DAY && ago <= 90 * DAY).length).toBeGreaterThanOrEqual(83)
  expect(left.filter((ago) => ago > 90 * DAY)).toEqual([])
})

test('VER-5: What has a name, and what was kept at a wrap, stays for ever; so does the newest.', () => {
  const old = [
    version(900 * DAY, { name: 'First draft' }),
    version(800 * DAY, { reason: 'wrapped' }),
    version(700 * DAY),
    version(600 * DAY),
  ]
  expect(kept(old)).toEqual([old[0], old[1], old[3]])
})

test('Of an hour and of a day the last one stays, so that what came of it can be read.', () => {
  const [early, late] = [version(30 * HOUR + 20 * MINUTE), version(30 * HOUR + 10 * MINUTE)]
  expect(kept([version(0), late, early])).toEqual([version(0), late])
})

test('Thinning twice is thinning once, and time only takes more away.', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 120 * DAY }), { maxLength: 60 })
  fc.assert(
    fc.property(ages, fc.integer({ min: 0, max: 60 * DAY }), (some, later) => {
      const first = kept(some.map((ago) => version(ago)))
      expect(kept(first)).toEqual(first)
      const afterwards = new Set(kept(first, NOW + later))
      expect(first.filter((one) => afterwards.has(one))).toEqual([...afterwards])
    }),
  )
})

test('VER-6: A time is told to five minutes, and to the moment only where somebody named it then.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: NOW }), (at) => {
      for (const reason of ['quiet', 'busy', 'wrapped', 'restore', 'import'] as const)
        expect(toldAt({ at, reason }) % (5 * MINUTE)).toBe(0)
      expect(at - toldAt({ at, reason: 'quiet' })).toBeLessThan(5 * MINUTE)
      expect(toldAt({ at, reason: 'named' })).toBe(at)
    }),
  )
})

test('Who wrote is a set of people, without the server and without those who wrote before.', () => {
  const before = new Map([
    [1, 5],
    [2, 3],
  ])
  const now = new Map([
    [1, 5],
    [2, 4],
    [3, 1],
    [4, 9],
  ])
  const authors = new Map([
    [1, 'ada'],
    [2, 'carla'],
    [3, 'server'],
    [4, 'ben'],
  ])
  expect(people(writersSince(before, now, authors))).toEqual(['ben', 'carla'])
  expect(people(['carla', 'server', 'ben', 'carla'])).toEqual(['ben', 'carla'])
})
