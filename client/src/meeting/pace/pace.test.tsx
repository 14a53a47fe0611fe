import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { messages as format } from '../../format/messages.ts'
import { startI18n } from '../../platform/i18n.ts'
import { messages as ui } from '../../ui/messages.ts'
import { AgendaPanel } from '../agenda-panel.tsx'
import { messages } from '../messages.ts'
import { RoomActions } from '../room-actions.tsx'
import { checkIn, close, hana, jonas, logOf, priya, roomOf, show, started, walk } from '../sample-room.tsx'
import { PauseBand } from './pause-band.tsx'

beforeAll(() => startI18n({ meeting: messages, ui, format }, 'en'))

const mutate = vi.fn<(command: object, then?: { onSuccess?: () => void }) => void>()
beforeEach(() => void mutate.mockReset())

const inWalk = { type: 'segment-entered' as const, segmentId: walk, after: 5 }
const paused = { type: 'paused' as const, after: 10 }
const room = (...more: (NewMeetingEvent & { after?: number })[]) =>
  roomOf(logOf(...started, inWalk, ...more), {}, { mutate })
const asHana = { onlooker: { me: hana, seated: new Set([priya, jonas, hana]) } }
const press = (code: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { code, altKey: true, shiftKey: true, ...more })

describe('the menu of whoever leads', () => {
  it('goes back, gives more time and pauses, naming what was seen', async () => {
    show(<RoomActions room={room()} />)
    const choose = async (name: RegExp) => {
      await userEvent.click(screen.getByRole('button', { name: 'More for whoever leads' }))
      await userEvent.click(await screen.findByRole('menuitem', { name }))
    }
    await choose(/Back to “Check-in”/)
    await choose(/5 more minutes/)
    await choose(/Pause/)
    expect(mutate.mock.calls.map(([command]) => command)).toEqual([
      { do: 'segment', from: walk, to: checkIn },
      { do: 'extend', segmentId: walk, from: 0, minutes: 5 },
      { do: 'pause', from: null, paused: true },
    ])
  })

  it('is nobody else’s', () => {
    show(<RoomActions room={{ ...room(), ...asHana }} />)
    expect(screen.queryByRole('button', { name: 'More for whoever leads' })).toBeNull()
  })
})

describe('keys', () => {
  it('lead from wherever the focus is, once for each press', () => {
    show(<RoomActions room={room()} />)
    press('KeyN')
    press('KeyE', { repeat: true })
    press('KeyP')
    expect(mutate.mock.calls.map(([command]) => command)).toEqual([
      { do: 'segment', from: walk, to: close },
      { do: 'pause', from: null, paused: true },
    ])
  })

  it('do nothing without both Alt and Shift, for others, or behind a dialog', async () => {
    const view = show(<RoomActions room={room()} />)
    press('KeyN', { shiftKey: false })
    press('KeyN', { altKey: false })
    await userEvent.click(screen.getByRole('button', { name: 'Wrap up' }))
    await screen.findByRole('dialog')
    press('KeyN')
    view.unmount()
    show(<RoomActions room={{ ...room(), ...asHana }} />)
    press('KeyN')
    expect(mutate).not.toHaveBeenCalled()
  })

  it('leave to whoever writes what Alt types on a Mac', () => {
    const agent = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Macintosh')
    show(
      <>
        <textarea aria-label="Notes" />
        <RoomActions room={room()} />
      </>,
    )
    screen.getByLabelText('Notes').focus()
    press('KeyN')
    expect(mutate).not.toHaveBeenCalled()
    screen.getByLabelText('Notes').blur()
    press('KeyN')
    expect(mutate).toHaveBeenCalledOnce()
    agent.mockRestore()
  })
})

describe('a pause', () => {
  it('is seen by everybody, and ended by whoever leads', async () => {
    const view = show(<PauseBand room={{ ...room(paused), ...asHana }} />)
    expect(screen.getByRole('status')).toHaveTextContent('Paused. All times stand still.')
    expect(screen.queryByRole('button')).toBeNull()
    view.unmount()
    const seen = room(paused)
    show(<PauseBand room={seen} />)
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
    expect(mutate).toHaveBeenCalledWith({ do: 'pause', from: seen.events.length, paused: false })
  })

  it('shows nothing while the meeting goes on', () => {
    show(<PauseBand room={room(paused, { type: 'resumed', after: 12 })} />)
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('the agenda', () => {
  const panel = (shown = room()) => show(<AgendaPanel room={shown} onSegment={() => {}} />)
  const row = (title: string) => screen.getByRole('button', { name: new RegExp(`^${title}`) })

  it('shows what a segment was given beside its plan, and what it is', () => {
    panel(
      room(
        { type: 'segment-extended', segmentId: walk, minutes: 5, after: 9 },
        { type: 'part-set', segmentId: close, part: { kind: 'close' }, after: 9 },
      ),
    )
    expect(row('Walk the code')).toHaveTextContent('/ 20 + 5')
    expect(row('Next steps and close')).toHaveTextContent('Close')
  })

  it('is moved by keys, says where the segment went once the server said so, and stops at the end', () => {
    panel()
    fireEvent.keyDown(row('Walk the code'), { key: 'ArrowDown', altKey: true })
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'move', segmentId: walk, from: checkIn, to: close })
    expect(screen.queryByText(/is number/)).toBeNull()
    fireEvent.keyDown(row('Check-in'), { key: 'ArrowUp', altKey: true })
    expect(mutate).toHaveBeenCalledOnce()
    mutate.mockImplementation((_, then) => then?.onSuccess?.())
    fireEvent.keyDown(row('Next steps'), { key: 'ArrowUp', altKey: true })
    expect(screen.getByText('“Next steps and close” is number 2 of 3 now.')).toBeInTheDocument()
  })

  it('is moved by dragging, in one command when it is let go', () => {
    const { container } = panel()
    const rows = [...container.querySelectorAll('.agenda-lines > li')]
    for (const [index, one] of rows.entries()) {
      one.getBoundingClientRect = () => ({ top: index * 40 }) as DOMRect
    }
    const grip = rows[2]?.querySelector('.agenda-grip') as HTMLElement
    grip.setPointerCapture = () => {}
    fireEvent.pointerDown(grip, { button: 0, pointerId: 1 })
    fireEvent.pointerMove(grip, { clientY: 50 })
    expect(mutate).not.toHaveBeenCalled()
    fireEvent.pointerUp(grip)
    expect(mutate.mock.calls.map(([command]) => command)).toEqual([
      { do: 'move', segmentId: close, from: walk, to: checkIn },
    ])
  })

  it('says by its menu what a segment is', async () => {
    panel()
    await userEvent.click(screen.getByRole('button', { name: 'What can be done with “Walk the code”' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Say what it is' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByLabelText('It is', { selector: 'input' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Quiet writing' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Say so' }))
    expect(mutate.mock.calls[0]?.[0]).toEqual({
      do: 'part',
      segmentId: walk,
      from: null,
      to: { kind: 'quiet' },
    })
  })

  it('is not moved by others', () => {
    panel({ ...room(), ...asHana })
    fireEvent.keyDown(row('Walk the code'), { key: 'ArrowDown', altKey: true })
    expect(mutate).not.toHaveBeenCalled()
    expect(screen.queryByRole('button', { name: /What can be done/ })).toBeNull()
  })
})
