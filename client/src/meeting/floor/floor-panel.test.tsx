import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  checkIn,
  hana,
  jonas,
  logOf,
  priya,
  roomOf,
  show,
  speakEnglish,
  started,
  startsAt,
} from '../sample-room.tsx'
import { FloorActions } from './floor-actions.tsx'
import { FloorPanel } from './floor-panel.tsx'

beforeAll(speakEnglish)

const here = new Set([priya, jonas, hana])
const seated = new Set([priya, jonas, hana])
const came: NewMeetingEvent[] = [
  { type: 'joined', memberId: jonas },
  { type: 'joined', memberId: hana },
]
const hands: NewMeetingEvent[] = [
  { type: 'hand-raised', memberId: hana, queue: [hana] },
  { type: 'hand-raised', memberId: jonas, queue: [jonas, hana] },
]
const round: NewMeetingEvent = {
  type: 'round-opened',
  segmentId: checkIn,
  seats: [jonas, hana, priya],
  absent: [],
  to: jonas,
  seconds: 120,
}
const at = (...events: NewMeetingEvent[]) => logOf(...started, ...came, ...events)
const as = (me: MemberId) => ({ onlooker: { me, seated } })

describe('hands', () => {
  it('stand in their order, and whoever leads gives the word to one as they saw it', async () => {
    const mutate = vi.fn<(command: object) => void>()
    show(<FloorPanel room={roomOf(at(...hands), {}, { mutate })} here={here} />)
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent)
    expect(lines[0]).toContain('Jonas has a hand up')
    expect(lines[1]).toContain('Hana has a hand up')
    await userEvent.click(screen.getByRole('button', { name: 'Give the word to Jonas' }))
    expect(mutate).toHaveBeenCalledWith({ do: 'give-word', from: 0, to: jonas })
  })

  it('are for whoever leads to see to, and wait while there is a round', () => {
    const { unmount } = show(<FloorPanel room={roomOf(at(...hands), as(hana))} here={here} />)
    expect(screen.queryByRole('button', { name: /Give the word/ })).toBeNull()
    unmount()
    show(<FloorPanel room={roomOf(at(...hands, round))} here={here} />)
    // Jonas has the turn, so that his hand is down.
    expect(screen.queryByRole('button', { name: 'Give the word to Jonas' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Give the word to Hana' })).toBeDisabled()
    expect(screen.getByText('Hands are heard once the round is over.')).toBeInTheDocument()
  })
})

describe('the bar', () => {
  it('raises a hand and takes it down, by button and by key, while the caret stands in the notes', async () => {
    const mutate = vi.fn<(command: object) => void>()
    const { unmount } = show(<FloorActions room={roomOf(at(), as(priya), { mutate })} here={here} />)
    await userEvent.click(screen.getByRole('button', { name: 'Raise your hand' }))
    expect(mutate).toHaveBeenLastCalledWith({ do: 'raise-hand' })
    unmount()
    const up: NewMeetingEvent = { type: 'hand-raised', memberId: priya, queue: [priya] }
    show(
      <>
        <textarea aria-label="Notes" />
        <FloorActions room={roomOf(at(up), as(priya), { mutate })} here={here} />
      </>,
    )
    fireEvent.keyDown(screen.getByLabelText('Notes'), { code: 'KeyH', altKey: true })
    expect(mutate).toHaveBeenLastCalledWith({ do: 'lower-hand', memberId: priya })
    mutate.mockClear()
    fireEvent.keyDown(screen.getByLabelText('Notes'), { code: 'KeyH' })
    fireEvent.keyDown(screen.getByLabelText('Notes'), { code: 'KeyH', altKey: true, ctrlKey: true })
    fireEvent.keyDown(screen.getByLabelText('Notes'), { code: 'KeyP', altKey: true })
    expect(mutate).not.toHaveBeenCalled()
  })

  it('passes the turn that is mine, and names the one it saw', () => {
    const mutate = vi.fn<(command: object) => void>()
    const mine = at({ ...round, to: priya, seats: [priya, jonas, hana] })
    show(<FloorActions room={roomOf(mine, as(priya), { mutate })} here={here} />)
    expect(screen.getByRole('button', { name: 'Pass the word on' })).toHaveTextContent('Pass')
    fireEvent.keyDown(document.body, { code: 'KeyP', altKey: true })
    expect(mutate).toHaveBeenCalledWith({ do: 'pass-turn', from: mine.at(-1)?.seq, had: true })
  })

  it('has nothing to pass for whoever only listens, and waits for the server', () => {
    const { unmount } = show(<FloorActions room={roomOf(at(round), as(priya))} here={here} />)
    expect(screen.queryByRole('button', { name: 'Pass the word on' })).toBeNull()
    unmount()
    show(<FloorActions room={roomOf(at(), { ...as(priya), online: false })} here={here} />)
    expect(screen.getByRole('button', { name: 'Raise your hand' })).toBeDisabled()
  })
})

describe('a round', () => {
  it('says in its ring and below it who has the word, who is next and who answers in their own time', () => {
    const room = roomOf(at(round))
    const leyla = '00000001-0000-4000-8000-000000000009' as MemberId
    const meeting = { ...room.meeting, rsvps: [{ memberId: leyla, answer: 'own-time' as const }] }
    show(<FloorPanel room={{ ...room, meeting }} here={here} />)
    expect(screen.getByRole('img', { name: 'A round. Jonas has the word. Hana is next.' })).toBeVisible()
    expect(screen.getByText(/answers in their own time/)).toBeInTheDocument()
  })

  it('is moved on by whoever leads, with a turn or without, and goes round again', async () => {
    const mutate = vi.fn<(command: object) => void>()
    const log = at(round)
    const { unmount } = show(<FloorPanel room={roomOf(log, {}, { mutate })} here={here} />)
    const from = log.at(-1)?.seq
    await userEvent.click(screen.getByRole('button', { name: 'Pass it on' }))
    expect(mutate).toHaveBeenLastCalledWith({ do: 'pass-turn', from, had: true })
    await userEvent.click(screen.getByRole('button', { name: 'Skip for now' }))
    expect(mutate).toHaveBeenLastCalledWith({ do: 'pass-turn', from, had: false })
    unmount()
    const passed = (from: MemberId, to: MemberId | null): NewMeetingEvent => ({
      type: 'turn-passed',
      segmentId: checkIn,
      from,
      to,
      had: true,
      skipped: [],
    })
    const over = at(round, passed(jonas, hana), passed(hana, priya), passed(priya, null))
    show(<FloorPanel room={roomOf(over, {}, { mutate })} here={here} />)
    expect(screen.getByText('Everybody had their turn')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Go round again' }))
    expect(mutate).toHaveBeenLastCalledWith({ do: 'open-round', seconds: 120 })
  })

  it('stays with whoever lost the connection, and says so', () => {
    show(<FloorPanel room={roomOf(at(round), as(hana))} here={new Set([priya, hana])} />)
    expect(screen.getByText(/Jonas has lost the connection/)).toBeInTheDocument()
  })
})

describe('the clock of a turn', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('stands still while the meeting does', () => {
    const log = logOf(
      ...started,
      { type: 'word-given', to: hana, after: 2 },
      { type: 'paused', after: 3 },
      { type: 'resumed', after: 9 },
    )
    vi.useFakeTimers({ now: startsAt + 10 * MINUTE, toFake: ['Date'] })
    show(<FloorPanel room={roomOf(log)} here={here} />)
    expect(screen.getByText('Hana has the word.').parentElement).toHaveTextContent('2:00')
  })
})
