import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SegmentId } from '../kernel/id.ts'
import { MINUTE } from '../kernel/time.ts'
import { resumeStudy, roundsIn, type StudyTimer, skipStudy, startStudy, stopStudy, studyAt } from './study.ts'

const segment = '00000000-0000-4000-8000-000000000001' as SegmentId
const rhythm = fc.record({ focus: fc.integer({ min: 1, max: 180 }), pause: fc.integer({ min: 1, max: 60 }) })
const T0 = 1_000_000_000_000
const change = fc.constantFrom(stopStudy, resumeStudy, skipStudy)
const changes = fc.array(fc.tuple(change, fc.nat({ max: 30 * MINUTE })), { maxLength: 12 })

/** A timer after what people did to it, and when that was. */
const timers = fc.tuple(rhythm, changes).map(([beat, done]) => {
  let at = T0
  let timer: StudyTimer = startStudy(segment, beat, at, 1)
  for (const [act, later] of done) {
    at += later
    timer = act(timer, at, timer.seq + 1)
  }
  return { timer, at }
})

test('Focus and pause alternate, each for as long as it should.', () => {
  const timer = startStudy(segment, { focus: 25, pause: 5 }, T0, 1)
  const faces = [0, 24, 25, 29, 30, 55].map((minute) => studyAt(timer, T0 + minute * MINUTE))
  expect(faces.map(({ kind, round, left }) => [kind, round, left / MINUTE])).toEqual([
    ['focus', 1, 25],
    ['focus', 1, 1],
    ['pause', 1, 5],
    ['pause', 1, 1],
    ['focus', 2, 25],
    ['pause', 2, 5],
  ])
})

test('Two screens whose clocks differ by at most a second differ by at most a second in what they show.', () => {
  fc.assert(
    fc.property(
      timers,
      fc.nat({ max: 300 * MINUTE }),
      fc.nat({ max: 1000 }),
      ({ timer, at }, later, apart) => {
        const [here, there] = [studyAt(timer, at + later), studyAt(timer, at + later + apart)]
        const isSame = here.kind === there.kind && here.round === there.round
        // Where one has turned over already, the other is within that second of doing so.
        const drift = isSame ? here.left - there.left : here.left + (there.whole - there.left)
        expect(drift).toBe(timer.since === null ? 0 : apart)
      },
    ),
  )
})

test('It shows the same whenever one looks first: nothing depends on having watched.', () => {
  fc.assert(
    fc.property(timers, fc.nat({ max: 300 * MINUTE }), ({ timer, at }, later) => {
      const restored: StudyTimer = JSON.parse(JSON.stringify(timer))
      expect(studyAt(restored, at + later)).toEqual(studyAt(timer, at + later))
    }),
  )
})

test('A stopped timer stands still, and goes on where it stood.', () => {
  fc.assert(
    fc.property(timers, fc.nat({ max: 100 * MINUTE }), ({ timer, at }, later) => {
      const stopped = stopStudy(timer, at, 99)
      expect(studyAt(stopped, at + later)).toEqual({ ...studyAt(timer, at), isRunning: false })
      const going = resumeStudy(stopped, at + later, 100)
      expect(studyAt(going, at + later)).toEqual({ ...studyAt(timer, at), isRunning: true })
    }),
  )
})

test('Going on leads to the very beginning of what comes next.', () => {
  fc.assert(
    fc.property(timers, ({ timer, at }) => {
      const [before, after] = [studyAt(timer, at), studyAt(skipStudy(timer, at, 99), at)]
      expect(after.kind).not.toBe(before.kind)
      expect(after.left).toBe(after.whole)
      expect(after.round).toBe(before.kind === 'pause' ? before.round + 1 : before.round)
      expect(after.isRunning).toBe(before.isRunning)
    }),
  )
})

test('There is always something left, and never more than the whole; also for a clock that is behind.', () => {
  fc.assert(
    fc.property(timers, fc.integer({ min: -5000, max: 300 * MINUTE }), ({ timer, at }, later) => {
      const { left, whole } = studyAt(timer, at + later)
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(whole)
    }),
  )
})

test('As many rounds are planned as fit, without a pause after the last.', () => {
  expect(roundsIn(55, { focus: 25, pause: 5 })).toBe(2)
  expect(roundsIn(60, { focus: 25, pause: 5 })).toBe(2)
  expect(roundsIn(10, { focus: 25, pause: 5 })).toBe(1)
})
