import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isShown, startOf, startsOn } from './candidates.ts'
import { PAIN, type Slot } from './model.ts'
import { anyAttendees, attendee } from './people-fixture.ts'
import { MOST_SLOTS, rankSlots, type Wanted } from './rank-slots.ts'

const wanted: Omit<Wanted, 'attendees'> = {
  zone: 'Europe/Berlin',
  day: '2026-11-23',
  days: 7,
  minutes: 60,
  notBefore: 0,
}
const berlin = attendee(1, 'Europe/Berlin')
const WORKDAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
// Other work on the same machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

const costOf = ({ views }: Slot) => [
  views.filter(({ strain }) => PAIN[strain] === 3).length,
  views.filter(({ strain }) => PAIN[strain] === 1).length,
]

test('H9: Where not all can be in their hours, as few as can be are at the edge, as near to their hours as can be.', () => {
  const attendees = [berlin, attendee(2, 'America/New_York'), attendee(3, 'Africa/Nairobi')]
  const slots = rankSlots({ ...wanted, attendees })
  // Six hours and two hours apart: at no time are all three in their hours, but one edge is enough.
  expect(slots[0]).toMatchObject({ earliest: '13:00', latest: '14:00', time: '14:00' })
  expect(slots[0]?.starts.map(({ day }) => day)).toEqual(WORKDAYS)
  expect(slots[0]?.views.map(({ time, strain }) => [time, strain])).toEqual([
    ['14:00', 'in-hours'],
    ['08:00', 'edge'],
    ['16:00', 'in-hours'],
  ])
})

test('H9: Four people at the edge of their day rather than one at night.', () => {
  const four = [1, 2, 3, 4].map((number) => attendee(number, 'Europe/Berlin', { from: '10:00', to: '18:00' }))
  const slots = rankSlots({ ...wanted, days: 1, attendees: [...four, attendee(5, 'America/Los_Angeles')] })
  expect(costOf(slots[0] as Slot)[0]).toBe(0)
})

test('H10: Starts that hurt everybody alike are one line with its first and last start.', () => {
  const [best, ...others] = rankSlots({ ...wanted, days: 1, attendees: [berlin] })
  expect(best).toMatchObject({ earliest: '09:00', latest: '16:00', time: '09:00' })
  expect(others.map(({ earliest, latest, time }) => [earliest, latest, time])).toEqual([
    ['07:00', '08:30', '08:30'],
    ['16:30', '21:00', '16:30'],
    ['00:00', '06:30', '06:30'],
    ['21:30', '23:30', '21:30'],
  ])
})

test('H10: Days share a line while everybody’s clocks show the same, and no longer.', () => {
  const attendees = [berlin, attendee(2, 'America/New_York')]
  // On Sunday 25 October 2026 Berlin changes its clocks, and New York a week later.
  const slots = rankSlots({ ...wanted, day: '2026-10-22', days: 7, attendees })
  const lines = slots.map(({ time, starts }) => [time, starts.map(({ day }) => day.slice(8))])
  expect(lines.slice(0, 2)).toEqual([
    ['15:00', ['22', '23']],
    ['14:00', ['26', '27', '28']],
  ])
})

test('H8: A half hour that a clock change skips is not offered, and one that it repeats is offered once.', () => {
  const sunday = { days: [7], from: '00:00', to: '06:00' }
  const on = (day: string) =>
    rankSlots({ ...wanted, day, days: 1, minutes: 30, attendees: [attendee(1, 'Europe/Berlin', sunday)] })[0]
  const spring = on('2026-03-29')
  // 02:00 and 02:30 are left out, and the stretch goes on behind them.
  expect(spring).toMatchObject({ earliest: '00:00', latest: '05:30', time: '00:00' })
  const skipped = startsOn('Europe/Berlin', '2026-03-29').filter((one) => !isShown('Europe/Berlin', one))
  expect(skipped.map(({ time }) => time)).toEqual(['02:00', '02:30'])
  const autumn = on('2026-10-25')
  expect(autumn?.starts[0]?.startsAt).toBe(Date.parse('2026-10-24T22:00Z'))
  expect(startOf('Europe/Berlin', '2026-10-25', '02:30')).toBe(Date.parse('2026-10-25T00:30Z'))
})

test('H8: What is over is not offered.', () => {
  const notBefore = startOf('Europe/Berlin', '2026-11-29', '23:30')
  const slots = rankSlots({ ...wanted, notBefore, attendees: [berlin] })
  expect(slots.map(({ starts, time }) => [starts[0]?.day, time])).toEqual([['2026-11-29', '23:30']])
  expect(rankSlots({ ...wanted, notBefore: notBefore + 1, attendees: [berlin] })).toEqual([])
})

test('Every answer is in order, bounded, and the same for the same question.', () => {
  const day = fc.constantFrom(
    '2026-03-06',
    '2026-03-27',
    '2026-04-03',
    '2026-10-02',
    '2026-10-23',
    '2011-12-28',
  )
  fc.assert(
    fc.property(
      anyAttendees(5),
      day,
      fc.constantFrom('Europe/Berlin', 'Pacific/Apia'),
      (attendees, first, zone) => {
        const question = { ...wanted, attendees, day: first, days: 4, zone }
        const slots = rankSlots(question)
        expect(slots).toEqual(rankSlots(question))
        expect(slots.length).toBeLessThanOrEqual(MOST_SLOTS)
        const costs = slots.map(costOf)
        for (const [index, cost] of costs.slice(1).entries())
          expect(String(costs[index]) <= String(cost)).toBe(true)
      },
    ),
    { numRuns: 15 },
  )
})
