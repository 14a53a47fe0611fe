import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAIN, USUAL_HOURS, type WorkingHours } from './model.ts'
import { burdenOf } from './pain.ts'
import { anyHours } from './people-fixture.ts'
import { minutesOf, type WallSpan } from './wall-clock.ts'

const on = (weekday: number, from: string, to: string): WallSpan => ({
  weekday,
  from: minutesOf(from),
  to: to === '24:00' ? 1440 : minutesOf(to),
})
const painOf = (hours: WorkingHours, ...spans: WallSpan[]) => PAIN[burdenOf(hours, spans).strain]

const [MONDAY, SATURDAY] = [1, 6]

test.each([
  ['H2: from when work begins', on(MONDAY, '09:00', '10:00'), 'in-hours', 0],
  ['H2: until work ends', on(MONDAY, '16:00', '17:00'), 'in-hours', 0],
  ['H3: a minute too early', on(MONDAY, '08:59', '09:59'), 'edge', 1],
  ['H3: a minute too late', on(MONDAY, '16:01', '17:01'), 'edge', 1],
  ['H3: at seven in the morning', on(MONDAY, '07:00', '08:00'), 'edge', 120],
  ['H3: until ten at night', on(MONDAY, '21:00', '22:00'), 'edge', 300],
  ['H3: all day round the hours', on(MONDAY, '08:00', '18:00'), 'edge', 60],
  ['H4: on a day off', on(SATURDAY, '10:00', '11:00'), 'day-off', 1440],
  ['H5: a minute before seven', on(MONDAY, '06:59', '07:59'), 'night', 121],
  ['H5: a minute after ten', on(MONDAY, '21:01', '22:01'), 'night', 301],
  ['H5: at night before a day off', on(SATURDAY, '02:00', '03:00'), 'night', 1440],
] as const)('%s.', (_, span, strain, apart) => {
  expect(burdenOf(USUAL_HOURS, [span])).toEqual({ strain, apart })
})

test('H5: Whoever works at night is in hours then.', () => {
  const late = { days: [1], from: '20:00', to: '23:59' }
  expect(painOf(late, on(MONDAY, '22:00', '23:00'))).toBe(0)
  expect(painOf(late, on(MONDAY, '10:00', '11:00'))).toBe(1)
  const small = { days: [1], from: '00:00', to: '06:00' }
  expect(painOf(small, on(MONDAY, '06:00', '07:00'))).toBe(1)
})

test('H6: The worst minute of a meeting counts, also when it runs past midnight.', () => {
  const late = { days: [5], from: '16:00', to: '23:59' }
  expect(painOf(late, on(5, '23:00', '24:00'))).toBe(0)
  expect(burdenOf(late, [on(5, '23:00', '24:00'), on(6, '00:00', '00:30')])).toEqual({
    strain: 'night',
    apart: 1440,
  })
})

const span = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 240 }))
  .map(([weekday, from, length]): WallSpan => ({ weekday, from, to: Math.min(1440, from + length) }))

test('H6: A longer meeting never hurts less.', () => {
  fc.assert(
    fc.property(anyHours, span, fc.nat(120), fc.nat(120), (hours, one, before, after) => {
      const longer = { ...one, from: Math.max(0, one.from - before), to: Math.min(1440, one.to + after) }
      expect(painOf(hours, longer)).toBeGreaterThanOrEqual(painOf(hours, one))
    }),
  )
})

test('H6: Longer hours and more working days never hurt more.', () => {
  fc.assert(
    fc.property(anyHours, anyHours, span, (hours, more, one) => {
      const wider: WorkingHours = {
        days: [...new Set([...hours.days, ...more.days])],
        from: [hours.from, more.from].toSorted()[0] ?? '',
        to: [hours.to, more.to].toSorted()[1] ?? '',
      }
      expect(painOf(wider, one)).toBeLessThanOrEqual(painOf(hours, one))
    }),
  )
})

test('H6: On a working day a minute farther from the hours never hurts less than a nearer one.', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(anyHours, minute, minute, (hours, one, other) => {
      const weekday = hours.days[0] ?? 1
      const at = (from: number) => painOf(hours, { weekday, from, to: from + 1 })
      const [early, late] = [Math.min(one, other), Math.max(one, other)]
      if (late < minutesOf(hours.from)) expect(at(early)).toBeGreaterThanOrEqual(at(late))
      if (early >= minutesOf(hours.to)) expect(at(late)).toBeGreaterThanOrEqual(at(early))
    }),
  )
})
