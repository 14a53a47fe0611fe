import { PAIN, type Slot, type Strain } from '@rondo/shared/hours/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { circle, HANA, JONAS, PRIYA, showHours } from './hours-fixture.tsx'
import { SlotList } from './slot-list.tsx'

const view = (memberId: MemberId | undefined, time: string, strain: Strain, day = '2026-11-26') => ({
  memberId,
  day,
  time,
  strain,
})

const slotAt = (time: string, hana: Strain): Slot =>
  ({
    time,
    earliest: time,
    latest: time === '17:00' ? '17:30' : time,
    starts: [
      { startsAt: Date.parse(`2026-11-26T${time}Z`), day: '2026-11-26' },
      { startsAt: Date.parse(`2026-11-27T${time}Z`), day: '2026-11-27' },
    ],
    views: [
      view(PRIYA, '08:00', 'edge'),
      view(JONAS, time, 'in-hours'),
      view(HANA, '01:00', hana, '2026-11-27'),
    ],
  }) as Slot

const wanted = { day: '2026-11-23', minutes: 60, weeks: 1 }
const show = (slots: readonly Slot[]) =>
  showHours(<SlotList circle={circle} wanted={wanted} />, () => ({ body: { slots } }))

it('Every clock says in words what the time is for whom, also on another day.', async () => {
  await show([slotAt('17:00', 'night')])
  const strip = within(await screen.findByRole('list', { name: 'Everyone’s clock' }))
  await screen.findByText('Hana')
  expect(strip.getAllByRole('listitem').map((part) => part.textContent)).toEqual([
    '08:00 edge of the dayYou',
    '17:00 in hoursJonas',
    '01:00 Fri 27 Nov nightHana',
  ])
  expect(screen.getByText(/1 person at night and 1 person at the edge of the day\./)).toBeVisible()
  expect(screen.getByText(/Any start from 17:00 to 17:30 costs everyone the same\./)).toBeVisible()
})

it('A day of a time leads to scheduling a meeting just then.', async () => {
  await show([slotAt('17:00', 'edge')])
  const use = await screen.findByRole('link', { name: 'Use this time: Fri 27 Nov, 17:00' })
  const address = new URL(use.getAttribute('href') ?? '', 'http://here')
  expect(address.pathname).toBe(`/circles/${circle.id}/meetings/new`)
  expect([address.searchParams.get('day'), address.searchParams.get('time')]).toEqual(['2026-11-27', '17:00'])
})

it('Where not even the best time spares somebody, an asynchronous seat is proposed for them.', async () => {
  await show([slotAt('17:00', 'night')])
  expect(
    await screen.findByText(
      /Even the best of these falls into the night or a day off for Hana: propose an asynchronous seat/,
    ),
  ).toBeVisible()
})

it('Where the best time spares everybody, nothing is proposed.', async () => {
  await show([slotAt('17:00', 'edge'), slotAt('18:00', 'night')])
  await screen.findByText('17:00 Berlin')
  expect(screen.queryByText(/asynchronous/)).toBeNull()
})

it('The best four come first, the others when they are asked for.', async () => {
  await show(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'].map((time) => slotAt(time, 'edge')))
  await screen.findByText('09:00 Berlin')
  expect(screen.queryByText('13:00 Berlin')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show 2 more times' }))
  expect(screen.getByText('14:00 Berlin')).toBeVisible()
})

it('A week that is over says so.', async () => {
  await show([])
  expect(await screen.findByText('Everything in this week is over. Choose a later one.')).toBeVisible()
})

it('What is night costs three, what is the edge one, as the legend says.', () => {
  expect(PAIN).toEqual({ 'in-hours': 0, edge: 1, 'day-off': 3, night: 3 })
})
