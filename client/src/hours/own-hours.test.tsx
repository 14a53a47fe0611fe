import type { Account } from '@rondo/shared/account/model.ts'
import { USUAL_HOURS } from '@rondo/shared/hours/model.ts'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PRIYA, showHours } from './hours-fixture.tsx'
import { OwnHours } from './own-hours.tsx'

const me = { id: PRIYA, timeZone: 'America/Los_Angeles' } as Account

/** A server that keeps what it is told. */
const show = () => {
  let kept: unknown = { hours: USUAL_HOURS, isAssumed: true }
  return showHours(<OwnHours me={me} />, (request, body) => {
    if (request.startsWith('PATCH')) kept = { hours: body, isAssumed: false }
    return { body: kept }
  })
}
const sentBy = (asked: Awaited<ReturnType<typeof show>>) =>
  asked.mock.calls
    .filter(([, init]) => init?.method === 'PATCH')
    .map(([, init]) => JSON.parse(String(init?.body)))

it('Days and hours are chosen by keyboard and kept.', async () => {
  const asked = await show()
  const user = userEvent.setup()
  expect(await screen.findByText(/In your zone, Los Angeles\..*usual hours are assumed/)).toBeVisible()
  screen.getByRole('checkbox', { name: 'Monday' }).focus()
  await user.keyboard(' ')
  await user.click(screen.getByRole('checkbox', { name: 'Saturday' }))
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '08:30' } })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sentBy(asked)).toEqual([{ days: [2, 3, 4, 5, 6], from: '08:30', to: '17:00' }]))
  expect(await screen.findByText('Your working hours are saved.')).toBeVisible()
  await waitFor(() => expect(screen.queryByText(/usual hours are assumed/)).toBeNull())
})

it('An end before the start and a week without a working day are said at their fields, and nothing is sent.', async () => {
  const asked = await show()
  const user = userEvent.setup()
  fireEvent.change(await screen.findByLabelText('To'), { target: { value: '08:00' } })
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await user.click(screen.getByRole('checkbox', { name: day }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Choose at least one working day.')).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'Monday' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('The end must be later than the start, on the same day.')).toBeVisible()
  expect(screen.getByLabelText('To')).toHaveFocus()
  expect(sentBy(asked)).toEqual([])
})
