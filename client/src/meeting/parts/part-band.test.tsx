import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { forgetServerTime } from '../../platform/clock.ts'
import type { Caught } from '../caught.ts'
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
  startsAt,
  walk,
} from '../sample-room.tsx'
import { PartBand } from './part-band.tsx'

beforeAll(speakEnglish)

const everybody = new Set([priya, jonas, hana])
const withPart = (part: SegmentPart, ...more: (NewMeetingEvent & { after?: number })[]) =>
  logOf(
    {
      ...scheduled,
      type: 'scheduled',
      startsAt,
      roles: { facilitator: priya, presenter: null, 'note-taker': null },
      parts: [{ segmentId: walk, part }],
    },
    ...started.slice(1),
    ...more,
  )
const entered = { type: 'segment-entered' as const, segmentId: walk, after: 10 }

const band = (events: ReturnType<typeof logOf>, more: object = {}, run: object = {}, caught: Caught[] = []) =>
  show(
    <PartBand
      room={roomOf(events, more, run)}
      caught={caught}
      here={everybody}
      onSegment={() => {}}
      doc={new Y.Doc()}
    />,
  )

describe('pairs', () => {
  const matched: NewMeetingEvent = {
    type: 'matched',
    segmentId: walk,
    match: { kind: 'pairs', groups: [{ members: [priya, jonas, hana], why: { kind: 'odd-one' } }] },
  }

  it('say with whom I am and why', () => {
    band(withPart({ kind: 'pairs' }, entered, matched))
    expect(screen.getByText('You are with Jonas Weber and Hana Sato')).toBeVisible()
    expect(screen.getByText('The number is odd, so Hana Sato joins.')).toBeVisible()
  })

  it('are put together anew by whoever leads, who names what they saw and who is here', async () => {
    const mutate = vi.fn<(command: object) => void>()
    const events = withPart({ kind: 'pairs' }, { type: 'joined', memberId: hana }, entered, matched)
    const view = band(events, {}, { mutate })
    await userEvent.click(screen.getByRole('button', { name: /anew/ }))
    expect(mutate).toHaveBeenCalledWith({ do: 'match', from: events.length, people: [priya, hana] })
    view.unmount()
    band(events, { onlooker: { me: hana, seated: everybody } })
    expect(screen.queryByRole('button', { name: /anew/ })).toBeNull()
  })
})

it('A swap says whom I review and who reviews me.', () => {
  const reviews = [
    { reviewer: priya, reviewed: hana },
    { reviewer: hana, reviewed: jonas },
    { reviewer: jonas, reviewed: priya },
  ]
  const match = { kind: 'swap' as const, reviews }
  band(withPart({ kind: 'swap' }, entered, { type: 'matched', segmentId: walk, match }))
  expect(screen.getByText('You review Hana Sato')).toBeVisible()
  expect(screen.getByText('Jonas Weber reviews you.')).toBeVisible()
  expect(screen.getByText('Hana Sato reviews Jonas Weber')).toBeInTheDocument()
})

it('A critique shows its phases with the current one lit, and how much was caught in each.', () => {
  const one = { at: startsAt + 12 * 60_000, segmentId: close, kind: 'insight', text: 'Clear' } as Caught
  band(withPart({ kind: 'phase', phase: 'warm' }, entered), {}, {}, [one])
  const step = screen.getByRole('listitem')
  expect(step).toHaveTextContent('Warm')
  expect(step).toHaveTextContent('1')
  expect(step).toHaveAttribute('aria-current', 'step')
})

describe('a study timer', () => {
  const study = withPart({ kind: 'study', focus: 25, pause: 5 }, entered)
  const at = (minute: number) => {
    vi.setSystemTime(startsAt + minute * 60_000)
    forgetServerTime()
  }
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  it('shows focus, then pause, by the server’s clock', async () => {
    at(34)
    band(study)
    expect(screen.getByText('Focus. Round 1 of 1')).toBeVisible()
    expect(screen.getByText('1:00')).toBeVisible()
    await act(async () => void vi.advanceTimersByTime(62_000))
    expect(screen.getByText('Pause. Stand up. Round 1 of 1')).toBeVisible()
    expect(screen.getByText(/^4:5\d$/)).toBeVisible()
  })

  it('is stopped by whoever leads, and by nobody else', () => {
    at(12)
    const mutate = vi.fn<(command: object) => void>()
    const view = band(study, {}, { mutate })
    act(() => screen.getByRole('button', { name: 'Stop' }).click())
    expect(mutate).toHaveBeenCalledWith({ do: 'study', from: study.length, change: 'stop' })
    view.unmount()
    band(study, { onlooker: { me: hana, seated: everybody } })
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('an observer’s lane', () => {
  const taken: NewMeetingEvent = { type: 'lane-taken', segmentId: walk, memberId: hana }

  it('is there to be taken', async () => {
    const mutate = vi.fn<(command: object) => void>()
    band(withPart({ kind: 'lane' }), {}, { mutate })
    await userEvent.click(screen.getByRole('button', { name: 'I observe' }))
    expect(mutate).toHaveBeenCalledWith({ do: 'lane', segmentId: walk, from: null, to: priya })
  })

  it('is somebody’s, and mine to give back', () => {
    const view = band(withPart({ kind: 'lane' }, taken))
    expect(screen.getByText('Hana Sato observes. Their lane opens with the debrief.')).toBeVisible()
    view.unmount()
    band(withPart({ kind: 'lane' }, taken), { onlooker: { me: hana, seated: everybody } })
    expect(screen.getByRole('button', { name: 'Give it back' })).toBeEnabled()
  })

  it('is no longer spoken of once it is open', () => {
    const events = withPart({ kind: 'lane' }, taken, { type: 'wrapped' })
    const { container } = band(events)
    expect(container.querySelector('section, ol')).toBeNull()
  })
})

it('An ordinary segment has no band.', () => {
  const events = withPart({ kind: 'swap' }, { type: 'segment-entered', segmentId: checkIn })
  expect(band(events).container.querySelector('section, ol')).toBeNull()
})
