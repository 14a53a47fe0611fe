import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import { MINUTE } from '../kernel/time.ts'
import { type AgendaItem, agendaOf, leftInSegment, nextSegment } from './agenda.ts'
import { NOBODY_SPEAKS } from './floor.ts'
import type { MeetingState } from './fold.ts'

const id = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const items: AgendaItem[] = [1, 2, 3].map((n) => ({
  id: id(n),
  title: `Segment ${n}`,
  minutes: 10,
  lead: null,
}))
const roles = { facilitator: null as MemberId | null, presenter: null, 'note-taker': null }
const live = (...visits: [number, number][]): MeetingState => ({
  phase: 'live',
  seq: 1,
  startsAt: 0,
  roles,
  startedAt: 0,
  visits: visits.map(([n, minute]) => ({ segmentId: id(n), enteredAt: minute * MINUTE })),
  parts: [],
  lanes: [],
  order: [],
  extensions: [],
  pauses: [],
  votes: [],
  window: { before: 60, after: 60 },
  attended: [],
  service: [],
  matches: [],
  studies: [],
  coFacilitator: null,
  floor: NOBODY_SPEAKS,
})

describe('agendaOf', () => {
  test('tells what is done, what is now and how long each took', () => {
    const lines = agendaOf(items, live([1, 0], [2, 6]), 9 * MINUTE)
    expect(lines.map((line) => [line.status, line.spent / MINUTE, line.firstEntered])).toEqual([
      ['done', 6, 0],
      ['now', 3, 6 * MINUTE],
      ['to-come', 0, null],
    ])
  })

  test('adds up a segment that was entered twice', () => {
    const lines = agendaOf(items, live([1, 0], [2, 4], [1, 6]), 10 * MINUTE)
    expect(lines[0]).toMatchObject({ status: 'now', spent: 8 * MINUTE })
  })

  test('shows overrun as a negative rest and never cuts it', () => {
    expect(leftInSegment(agendaOf(items, live([1, 0]), 12 * MINUTE))).toBe(-2 * MINUTE)
  })

  test('spends no time before the start', () => {
    const scheduled: MeetingState = {
      phase: 'scheduled',
      seq: 1,
      startsAt: 0,
      roles,
      parts: [],
      lanes: [],
      order: [],
      window: { before: 60, after: 60 },
    }
    expect(agendaOf(items, scheduled, 99 * MINUTE).every((line) => line.spent === 0)).toBe(true)
  })

  test('accounts for every minute since the first segment, as long as its segments stand in the document', () => {
    const visits = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 60 })), { minLength: 1 })
    fc.assert(
      fc.property(visits, fc.nat({ max: 60 }), (entries, rest) => {
        const ordered = entries.toSorted((a, b) => a[1] - b[1])
        const now = ((ordered.at(-1)?.[1] ?? 0) + rest) * MINUTE
        const spent = agendaOf(items, live(...ordered), now).reduce((total, line) => total + line.spent, 0)
        expect(spent).toBe(now - (ordered[0]?.[1] ?? 0) * MINUTE)
      }),
    )
  })
})

describe('nextSegment', () => {
  test('follows the order of the document', () => {
    expect(nextSegment(items, live([1, 0]))?.id).toBe(id(2))
    expect(nextSegment(items.toReversed(), live([2, 0]))?.id).toBe(id(1))
  })

  test('is the first where the current one was deleted', () => {
    expect(nextSegment(items.slice(1), live([1, 0]))?.id).toBe(id(2))
  })

  test('is nothing after the last', () => {
    expect(nextSegment(items, live([3, 0]))).toBeUndefined()
  })
})
