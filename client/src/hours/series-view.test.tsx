import { type Attendee, type Series, USUAL_HOURS } from '@rondo/shared/hours/model.ts'
import { planSeries } from '@rondo/shared/hours/plan-series.ts'
import { type MemberId, memberId } from '@rondo/shared/kernel/id.ts'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { circle, HANA, JONAS, showHours } from './hours-fixture.tsx'
import { SeriesView } from './series-view.tsx'

const wanted = { day: '2026-11-26', minutes: 60, weeks: 2 }
const OTHERS = [4, 5, 6].map((number) => memberId.parse(`00000000-0000-4000-8000-00000000000${number}`))
const attendee = (memberId: MemberId | undefined, timeZone: string, days = USUAL_HOURS.days): Attendee => ({
  memberId: memberId as MemberId,
  timeZone,
  hours: { ...USUAL_HOURS, days },
  isAssumed: false,
})
const berlin = attendee(JONAS, 'Europe/Berlin')
const planFor = (...attendees: Attendee[]) => planSeries({ ...wanted, attendees, zone: 'Europe/Berlin' })

const show = async (series: Series, standing: 'host' | 'member' = 'host') => {
  await showHours(<SeriesView circle={{ ...circle, standing }} wanted={wanted} />, () => ({ body: series }))
  await screen.findByRole('table')
}

/** Finding a row by its role takes long in a table that is as wide as this. */
const rowOf = async (name: string): Promise<HTMLElement> => {
  const named = await screen.findByText(name, { selector: 'th *' })
  return named.closest('tr') ?? named
}

it('A fair series says so, shows everyone’s clock and running sum, and goes to the cadence of the circle.', async () => {
  const series = planFor(berlin, attendee(HANA, 'Pacific/Auckland'))
  await show(series)
  expect(screen.getByText(/This is fair: after six meetings nobody has paid more than 3/)).toBeVisible()
  const row = within(await rowOf('Hana'))
  const cells = row.getAllByRole('cell')
  expect(cells).toHaveLength(7)
  const sum = series.meetings[0]?.views[1]?.sum
  expect(cells[0]).toHaveTextContent(new RegExp(`${series.meetings[0]?.views[1]?.time}.*${sum} so far`))
  expect(cells[6]).toHaveTextContent(String(series.meetings[5]?.views[1]?.sum))
  const use = await screen.findByText('Use these times')
  const address = new URL(use.closest('a')?.getAttribute('href') ?? '', 'http://here')
  expect(address.pathname).toBe(`/circles/${circle.id}/cadence`)
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startsOn: '2026-11-26',
    times: series.times.join(','),
    weeks: '2',
  })
})

it('Whoever may not change the cadence schedules the first of them.', async () => {
  await show(planFor(berlin), 'member')
  expect(screen.getByText('It need not rotate: 09:00 in Berlin is fair every time.')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Use these times' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Schedule the first' })).toHaveAttribute(
    'href',
    expect.stringContaining('day=2026-11-26'),
  )
})

it('What cannot be done is said plainly, and for whom and when an asynchronous seat is proposed.', async () => {
  await show(planFor(berlin, attendee(HANA, 'Europe/Berlin', [6, 7])))
  expect(screen.getByText(/It cannot be done with everybody there/)).toBeVisible()
  expect(await screen.findByText(/^Hana, on Thu 26 Nov, Thu 10 Dec/)).toBeVisible()
  const row = within(await rowOf('Hana'))
  expect(row.getAllByText('asynchronous')).toHaveLength(5)
})

it('What fairness costs stands beside one time for all.', async () => {
  const people = ['Africa/Nairobi', 'Europe/London', 'America/Sao_Paulo']
  await show(
    planFor(
      berlin,
      attendee(HANA, 'Asia/Tokyo'),
      ...people.map((zone, index) => attendee(OTHERS[index], zone)),
    ),
  )
  expect(
    await screen.findByText(/At 13:00 every time they would cost 6, but not evenly: Hana 6/),
  ).toBeVisible()
})
