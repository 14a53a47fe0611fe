import { memberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { ledgerChart, placeOf } from './ledger-chart.ts'

const now = Date.UTC(2026, 10, 22)
const person = (digit: number) => memberId.parse(`${digit}0000000-0000-4000-8000-000000000000`)
const [ana, bo] = [person(1), person(2)]
const nothing = { order: [bo, ana], served: [], planned: [], away: [], joined: new Map() }
const turn = (id: typeof ana, days: number) => ({ memberId: id, at: now + days * DAY })

describe('the ledger as a chart', () => {
  it('has a row for everybody in the order of who is next, also without a dot', () => {
    const { rows } = ledgerChart({ ...nothing, served: [turn(ana, -7)] }, now)
    expect(rows.map((row) => [row.memberId, row.dots.length])).toEqual([
      [bo, 0],
      [ana, 1],
    ])
  })

  it('tells the next turn from those planned after it', () => {
    const { rows } = ledgerChart(
      { ...nothing, served: [turn(bo, -42)], planned: [turn(bo, 4), turn(ana, 11)] },
      now,
    )
    expect(rows[0]?.dots.map((dot) => dot.state)).toEqual(['served', 'next'])
    expect(rows[1]?.dots.map((dot) => dot.state)).toEqual(['planned'])
  })

  it('keeps every dot and every absence on the line', () => {
    const chart = ledgerChart(
      {
        ...nothing,
        served: [turn(ana, -90), turn(bo, -2)],
        planned: [turn(bo, 40)],
        away: [{ memberId: ana, from: now - 900 * DAY, until: now + 900 * DAY }],
      },
      now,
    )
    for (const row of chart.rows)
      for (const at of [
        ...row.dots.map((dot) => dot.at),
        ...row.away.flatMap((span) => [span.from, span.until]),
      ]) {
        expect(placeOf(at, chart)).toBeGreaterThanOrEqual(0)
        expect(placeOf(at, chart)).toBeLessThanOrEqual(1)
      }
  })

  it('begins the line of a newcomer where they joined', () => {
    const joined = new Map([
      [ana, now - 5 * DAY],
      [bo, now - 500 * DAY],
    ])
    const chart = ledgerChart({ ...nothing, joined }, now)
    expect(chart.rows.map((row) => row.since)).toEqual([chart.from, now - 5 * DAY])
  })

  it('goes back half a year and no further, for dots would touch', () => {
    const chart = ledgerChart({ ...nothing, served: [turn(ana, -1000), turn(ana, -30)] }, now)
    expect(chart.rows[1]?.dots).toHaveLength(1)
    expect(now - chart.from).toBeLessThan(190 * DAY)
  })
})
