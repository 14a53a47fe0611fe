import { giveAnswer, withdrawAnswer } from '@rondo/shared/seat/contract.ts'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '../platform/http.ts'
import { OwnTime } from './own-time.tsx'
import { field, give, gone, mineIs, press, showPrompts, type } from './sample-prompts.tsx'
import {
  checkIn,
  freshBrowser,
  meeting,
  patient,
  promptOf,
  refusal,
  seatOf,
  serve,
  show,
  speakEnglish,
} from './sample-seat.tsx'

beforeAll(speakEnglish)
beforeEach(freshBrowser)
afterEach(() => vi.unstubAllGlobals())

const params = { meetingId: meeting.id }
const given = addressOf(giveAnswer.path, { params })
const withdrawn = addressOf(withdrawAnswer.path, { params })
const moved = refusal('seat.answer-moved', 'You changed this answer somewhere else meanwhile.')

describe('an answer', () => {
  it('is given once it says something, and is shown then', async () => {
    const server = serve()
    server.becomes(mineIs('Tired\nbut here'))
    await showPrompts(server)
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeDisabled()
    type('   ')
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeDisabled()
    give('Tired\nbut here')
    expect(await screen.findByText('but here', {}, patient)).toBeVisible()
    expect(screen.getByText('Tired')).toBeVisible()
    expect(screen.getByText('You')).toBeVisible()
    expect(screen.getByText(/^in your own time,/)).toBeVisible()
    await waitFor(gone, patient)
    expect(server.told).toEqual([
      { path: given, body: { segmentId: checkIn, text: 'Tired\nbut here', from: null } },
    ])
  })

  it('cannot be added to while it is on its way', async () => {
    const server = serve()
    let arrive = (): void => {}
    server.take = () => new Promise((resolve) => (arrive = () => resolve(moved())))
    await showPrompts(server)
    give('Tired')
    await waitFor(() => expect(field()).toHaveAttribute('readonly'), patient)
    arrive()
    await waitFor(() => expect(field()).not.toHaveAttribute('readonly'), patient)
  })

  it('is kept in this browser until it is given', async () => {
    const server = serve()
    server.becomes(mineIs('Half a sent'))
    const { unmount } = await showPrompts(server)
    expect(screen.queryByText(/^Kept on this device/)).toBeNull()
    type('Half a sent')
    expect(screen.getByText('Kept on this device until you give it.')).toBeVisible()
    unmount()
    const again = await showPrompts(server)
    expect(field()).toHaveValue('Half a sent')
    press('Give this answer')
    await waitFor(gone, patient)
    again.unmount()
    server.seat = seatOf([promptOf()])
    await showPrompts(server)
    expect(field()).toHaveValue('')
  })

  it('is changed over the one that was seen, or left as it was', async () => {
    const server = serve(seatOf([mineIs('Tired', {}, 5)]))
    server.becomes(mineIs('Awake', {}, 6))
    await showPrompts(server)
    gone()
    press('Change')
    expect(field()).toHaveValue('Tired')
    type('Away')
    press('Leave it as it was')
    gone()
    expect(screen.getByText('Tired')).toBeVisible()
    press('Change')
    expect(field()).toHaveValue('Tired')
    type('Awake')
    press('Save the change')
    expect(await screen.findByText('Awake', { selector: 'p' }, patient)).toBeVisible()
    expect(server.told).toEqual([{ path: given, body: { segmentId: checkIn, text: 'Awake', from: 5 } }])
  })

  it('is taken back, and is a draft again', async () => {
    const server = serve(seatOf([mineIs('Tired', {}, 5)]))
    server.becomes(promptOf())
    await showPrompts(server)
    press('Take it back')
    await waitFor(() => expect(field()).toHaveValue('Tired'), patient)
    expect(server.told).toEqual([{ path: withdrawn, body: { segmentId: checkIn, from: 5 } }])
  })

  it('to a part that is gone still stands, and can be changed but not begun', async () => {
    const { unmount } = await showPrompts(serve(seatOf([mineIs('Tired', { isGone: true })])))
    expect(screen.getByText(/^This part is not in the page any more/)).toBeVisible()
    press('Change')
    expect(field()).toHaveValue('Tired')
    unmount()
    const { container } = show(
      <OwnTime meeting={meeting} seat={seatOf([promptOf({ isGone: true })])} opened online />,
    )
    expect(container.querySelector('section')).toBeNull()
  })

  it('that is too long, or holds what no text may hold, is said to be so and not sent', async () => {
    await showPrompts(serve())
    type('a'.repeat(4001))
    expect(field()).toHaveAccessibleDescription('An answer has at most 4,000 characters; this one has 4001.')
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeDisabled()
    type('Turned \u202e around')
    expect(field()).toHaveAccessibleDescription(/^There are invisible characters in it/)
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeDisabled()
    type('a'.repeat(4000))
    expect(field()).not.toHaveAccessibleDescription()
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeEnabled()
  })
})

describe('a refused answer', () => {
  it('says why, and stays where it was written', async () => {
    const server = serve()
    server.take = refusal('seat.closed', 'Answers are closed, and the page is final.')
    const { unmount } = await showPrompts(server)
    give('Too late')
    expect(await screen.findByRole('alert', {}, patient)).toHaveTextContent('Answers are closed')
    expect(field()).toHaveValue('Too late')
    unmount()
    await showPrompts(server)
    expect(field()).toHaveValue('Too late')
  })

  it('stays when the server is away', async () => {
    const server = serve()
    server.take = () => Promise.reject(new TypeError('away'))
    await showPrompts(server)
    give('Is anybody there?')
    expect(await screen.findByRole('alert', {}, patient)).toBeVisible()
    expect(field()).toHaveValue('Is anybody there?')
    expect(screen.getByRole('button', { name: 'Give this answer' })).toBeEnabled()
  })

  it('is not told of any more once the change was left', async () => {
    const server = serve(seatOf([mineIs('Tired')]))
    server.take = refusal('seat.closed', 'Answers are closed, and the page is final.')
    await showPrompts(server)
    press('Change')
    type('Awake')
    press('Save the change')
    await screen.findByRole('alert', {}, patient)
    press('Leave it as it was')
    press('Change')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('another tab that was faster', () => {
  it('is told of, with its answer, and what was typed here is kept and given over that', async () => {
    const server = serve()
    server.take = () => {
      server.seat = seatOf([mineIs('From the other tab', {}, 7)])
      return moved()
    }
    await showPrompts(server)
    give('From this tab')
    expect(await screen.findByText('From the other tab', {}, patient)).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('You changed this answer somewhere else')
    expect(field()).toHaveValue('From this tab')
    server.becomes(mineIs('From this tab', {}, 8))
    press('Save the change')
    await waitFor(gone, patient)
    expect(screen.queryByText('From the other tab')).toBeNull()
    expect(screen.getByText('From this tab')).toBeVisible()
    expect(server.told.map(({ body }) => body)).toMatchObject([{ from: null }, { from: 7 }])
  })

  it('with a change is told of, and its answer stands over the one that is typed', async () => {
    const server = serve(seatOf([mineIs('Tired', {}, 5)]))
    server.take = () => {
      server.seat = seatOf([mineIs('From the other tab', {}, 7)])
      return moved()
    }
    await showPrompts(server)
    press('Change')
    type('From this tab')
    expect(screen.queryByText('Tired')).toBeNull()
    press('Save the change')
    expect(await screen.findByText('From the other tab', {}, patient)).toBeVisible()
    expect(field()).toHaveValue('From this tab')
    press('Leave it as it was')
    gone()
    expect(screen.getByText('From the other tab')).toBeVisible()
  })

  it('keeps what this one would take back, and shows it', async () => {
    const server = serve(seatOf([mineIs('Tired', {}, 5)]))
    server.take = () => {
      server.seat = seatOf([mineIs('From the other tab', {}, 7)])
      return moved()
    }
    const { unmount } = await showPrompts(server)
    press('Take it back')
    expect(await screen.findByRole('alert', {}, patient)).toHaveTextContent('somewhere else')
    expect(await screen.findByText('From the other tab', {}, patient)).toBeVisible()
    unmount()
    await showPrompts(server)
    gone()
    press('Change')
    expect(field()).toHaveValue('From the other tab')
  })
})
