import { meetingId, memberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { ledgerChart, placeOf } from './ledger-rows.ts'

const now = Date.UTC(2026, 10, 22)
const [ana, bo] = [1, 2].map((digit) => memberId.parse(`${digit}0000000-0000-4000-8000-000000000000`))
const meeting = meetingId.parse('90000000-0000-4000-8000-000000000000')
if (ana === undefined || bo === undefined) throw new Error('two people are needed')

const led = (id: typeof ana, weeksAgo: number) => ({
  memberId: id,
  role: 'facilitator' as const,
  meetingId: meeting,
  servedAt: now - weeksAgo * 7 * DAY,
})
const turn = (id: typeof ana, startsAt: number | null) => ({
  meetingId: meeting,
  startsAt,
  memberId: id,
  reason: { kind: 'never-served' as const },
})

describe('the ledger as a chart', () => {
  it('has a row for everybody in the order of who is next', () => {
    const { rows } = ledgerChart([bo, ana], [led(ana, 1)], [], now)
    expect(rows.map((row) => [row.memberId, row.dots.length])).toEqual([
      [bo, 0],
      [ana, 1],
    ])
  })

  it('tells the next turn from the planned ones and leaves out those without a date', () => {
    const turns = [turn(bo, now + 4 * DAY), turn(ana, now + 11 * DAY), turn(bo, null)]
    const { rows } = ledgerChart([bo, ana], [led(bo, 6)], turns, now)
    expect(rows[0]?.dots.map((dot) => dot.state)).toEqual(['served', 'next'])
    expect(rows[1]?.dots.map((dot) => dot.state)).toEqual(['planned'])
  })

  it('does not count other roles', () => {
    const { rows } = ledgerChart([ana], [{ ...led(ana, 1), role: 'presenter' }], [], now)
    expect(rows[0]?.dots).toEqual([])
  })

  it('keeps every dot on the line', () => {
    const chart = ledgerChart([ana, bo], [led(ana, 90), led(bo, 2)], [turn(bo, now + 40 * DAY)], now)
    for (const dot of chart.rows.flatMap((row) => row.dots)) {
      expect(placeOf(dot.at, chart)).toBeGreaterThan(0)
      expect(placeOf(dot.at, chart)).toBeLessThan(1)
    }
  })
})
