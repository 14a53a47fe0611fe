import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Announcements } from './announcements.tsx'
import { RoomActions } from './room-actions.tsx'
import {
  checkIn,
  close,
  hana,
  jonas,
  logOf,
  priya,
  roomOf,
  scheduled,
  show,
  speakEnglish,
  started,
  walk,
} from './sample-room.tsx'

beforeAll(speakEnglish)

const seated = new Set([priya, jonas, hana])
const names = () =>
  screen.getAllByRole('button').map((button) => button.textContent || button.getAttribute('aria-label'))

describe('what one may do', () => {
  it('before the start is starting and handing over', () => {
    show(<RoomActions room={roomOf(logOf(scheduled))} />)
    expect(names()).toEqual(['Hand over', 'Start the meeting'])
  })

  it('as facilitator is moving on from the segment one sees', async () => {
    const mutate = vi.fn<(command: object) => void>()
    show(<RoomActions room={roomOf(logOf(...started), {}, { mutate })} />)
    expect(names()).toEqual(['More for whoever leads', 'Hand over', 'Wrap up', 'Next segment'])
    await userEvent.click(screen.getByRole('button', { name: 'Next segment' }))
    expect(mutate).toHaveBeenCalledWith({ do: 'segment', from: checkIn, to: walk })
  })

  it('in the last segment is wrapping up, as the one primary act', () => {
    const last = logOf(...started, { type: 'segment-entered', segmentId: close, after: 5 })
    show(<RoomActions room={roomOf(last)} />)
    expect(names()).toEqual(['More for whoever leads', 'Hand over', 'Wrap up'])
    expect(screen.getByRole('button', { name: 'Wrap up' })).toHaveAttribute('data-variant', 'filled')
  })

  it('without leading is handing over only', () => {
    show(<RoomActions room={roomOf(logOf(...started), { onlooker: { me: hana, seated } })} />)
    expect(names()).toEqual(['Hand over'])
  })

  it('without a connection waits, and says why', () => {
    show(<RoomActions room={roomOf(logOf(...started), { online: false })} />)
    for (const button of screen.getAllByRole('button')) {
      expect(button).toBeDisabled()
      expect(button).toHaveAttribute('title', expect.stringContaining('needs the connection'))
    }
  })
})

it('A screen reader hears what others do, once, and nothing of what was before.', () => {
  const before = logOf(...started)
  const { rerender } = show(<Announcements room={roomOf(before)} />)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  const after = logOf(
    ...started,
    { type: 'segment-entered', segmentId: walk, after: 5 },
    { type: 'role-handed-over', role: 'facilitator', from: priya, to: hana, after: 5, by: jonas },
  )
  rerender(<Announcements room={roomOf(after)} />)
  expect(screen.getByRole('status')).toHaveTextContent(
    'Now: Walk the code. Facilitator: Hana. Jonas handed it over.',
  )
})
