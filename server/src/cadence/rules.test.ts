import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSettled, type Reconciliation, reconcile, type Standing } from './rules.ts'

const NOON = Date.UTC(2026, 2, 1, 12)
const day = (n: number): string => new Date(NOON + n * DAY).toISOString().slice(0, 10)
const due = (n: number, hour = 0) => ({ date: day(n), startsAt: NOON + n * DAY + hour * HOUR })
const stood = (n: number, more: Partial<Standing> = {}): Standing => ({
  date: day(n),
  meetingId: `meeting ${n}` as MeetingId,
  plannedAt: NOON + n * DAY,
  isFixed: false,
  ...more,
})

/** What stands after the work is done. */
const after = (
  standing: readonly Standing[],
  { create, move, rename, withdraw }: Reconciliation,
): Standing[] => {
  const gone = new Set(withdraw.map(({ meetingId }) => meetingId))
  const moved = new Map(
    move.map(({ meeting, to }) => [meeting.meetingId, { date: to.date, plannedAt: to.startsAt }]),
  )
  const renamed = new Map(rename.map(({ meeting, date }) => [meeting.meetingId, { date }]))
  const born = create.map(({ date, startsAt }) => ({
    ...stood(0, { date, plannedAt: startsAt }),
    meetingId: `born ${date}` as MeetingId,
  }))
  return [
    ...standing
      .filter(({ meetingId }) => !gone.has(meetingId))
      .map((one) => ({ ...one, ...moved.get(one.meetingId), ...renamed.get(one.meetingId) })),
    ...born,
  ]
}

const weekly = [7, 14, 21, 28]

test('Where nothing stands, every wanted day gets a meeting.', () => {
  expect(reconcile([due(7), due(14)], [], NOON)).toMatchObject({ create: [due(7), due(14)], move: [] })
})

test('What is wanted and there is left alone.', () => {
  expect(
    isSettled(
      reconcile(
        weekly.map((n) => due(n)),
        weekly.map((n) => stood(n)),
        NOON,
      ),
    ),
  ).toBe(true)
})

test('Another weekday moves the meetings in their order, and makes none anew.', () => {
  const work = reconcile(
    weekly.map((n) => due(n - 2)),
    weekly.map((n) => stood(n)),
    NOON,
  )
  expect(work.move.map(({ meeting, to }) => [meeting.date, to.date])).toEqual(
    weekly.map((n) => [day(n), day(n - 2)]),
  )
  expect([work.create, work.withdraw]).toEqual([[], []])
})

test('A touched meeting stays, and counts for the nearest day of the new rule: no week has two.', () => {
  const touched = stood(14, { isFixed: true })
  const work = reconcile(
    weekly.map((n) => due(n - 2)),
    [stood(7), touched, stood(21), stood(28)],
    NOON,
  )
  expect(work.keep).toEqual([touched])
  expect(work.rename).toEqual([{ meeting: touched, date: day(12) }])
  expect(work.move.map(({ to }) => to.date)).toEqual([day(5), day(19), day(26)])
})

test('Every other week instead of every week withdraws those between.', () => {
  const work = reconcile(
    [due(7), due(21)],
    weekly.map((n) => stood(n)),
    NOON,
  )
  expect(work.withdraw.map(({ date }) => date)).toEqual([day(14), day(28)])
  expect([work.create, work.move]).toEqual([[], []])
})

test('An end withdraws what is to come, keeps what was touched, and leaves alone what is over.', () => {
  const over = stood(-7)
  const touched = stood(14, { isFixed: true })
  const work = reconcile([], [over, stood(7), touched], NOON)
  expect(work.withdraw.map(({ date }) => date)).toEqual([day(7)])
  expect(work.keep).toEqual([touched])
})

test('A cancelled occurrence keeps its day, so it is not made again.', () => {
  const work = reconcile(
    weekly.map((n) => due(n)),
    weekly.map((n) => stood(n, { isFixed: n === 14 })),
    NOON,
  )
  expect(isSettled(work)).toBe(true)
})

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 20 })

test('Doing the work settles it; touched meetings stay where they are; nothing is lost or doubled.', () => {
  const standings = fc.uniqueArray(
    fc.record({ n: fc.integer({ min: -10, max: 90 }), isFixed: fc.boolean() }),
    { maxLength: 20, selector: ({ n }) => n },
  )
  fc.assert(
    fc.property(numbers, standings, fc.integer({ min: 0, max: 5 }), (wanted, had, hour) => {
      const wants = wanted.toSorted((a, b) => a - b).map((n) => due(n, hour))
      const standing = had.map(({ n, isFixed }) => stood(n, { isFixed }))
      const work = reconcile(wants, standing, NOON)
      const result = after(standing, work)
      expect(isSettled(reconcile(wants, result, NOON))).toBe(true)
      const dates = result.map(({ date }) => date)
      expect(new Set(dates).size).toBe(dates.length)
      for (const { date } of wants) expect(dates).toContain(date)
      for (const one of standing.filter(({ isFixed, plannedAt }) => isFixed || plannedAt <= NOON))
        expect(result.find(({ meetingId }) => meetingId === one.meetingId)?.plannedAt).toBe(one.plannedAt)
      const free = result.filter(({ isFixed, plannedAt }) => !isFixed && plannedAt > NOON)
      for (const { date, plannedAt } of free) expect(wants).toContainEqual({ date, startsAt: plannedAt })
    }),
    { numRuns: 500 },
  )
})
