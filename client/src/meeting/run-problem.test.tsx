import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused, Unreachable } from '../platform/refused.ts'
import type { RoomCommand } from './commands.ts'
import { RunProblem } from './run-problem.tsx'
import { checkIn, hana, jonas, logOf, roomOf, show, speakEnglish, started, walk } from './sample-room.tsx'

beforeAll(speakEnglish)

const conflict = new Refused(409, { code: 'conflict', detail: 'Too late.' })
const showProblem = (events: MeetingEvent[], variables: RoomCommand, error: Error = conflict) =>
  show(<RunProblem room={roomOf(events, {}, { error, variables })} />)

describe('somebody who was too late', () => {
  it('to move on is told who moved, and where the meeting is', () => {
    const events = logOf(...started, { type: 'segment-entered', segmentId: walk, after: 5, by: jonas })
    showProblem(events, { do: 'segment', from: checkIn, to: walk })
    expect(screen.getByRole('alert')).toHaveTextContent('Jonas was faster: “Walk the code” is on now.')
  })

  it('to hand over is told who holds the role', () => {
    const handed = {
      type: 'role-handed-over',
      role: 'note-taker',
      from: null,
      to: hana,
      after: 4,
      by: jonas,
    } as const
    showProblem(logOf(...started, handed), { do: 'hand-over', role: 'note-taker', from: null, to: jonas })
    expect(screen.getByRole('alert')).toHaveTextContent('Jonas was faster: Hana holds this role now.')
  })

  it('to do anything after the wrap is told that the meeting is over', () => {
    const events = logOf(...started, { type: 'wrapped', after: 30, by: jonas })
    showProblem(events, { do: 'segment', from: checkIn, to: walk })
    expect(screen.getByRole('alert')).toHaveTextContent('Jonas was faster and wrapped up the meeting.')
  })

  it('by their own other device is named, not called "you"', () => {
    showProblem(logOf(...started), { do: 'start' })
    expect(screen.getByRole('alert')).toHaveTextContent('Priya Raman was faster and started the meeting.')
  })
})

it('Whoever may not is told who does.', () => {
  const error = new Refused(403, { code: 'forbidden', detail: 'no', reason: 'meeting.not-facilitator' })
  showProblem(logOf(...started), { do: 'wrap', noNextStep: false }, error)
  expect(screen.getByRole('alert')).toHaveTextContent('leads, so only')
})

it('Without a connection nothing has changed, and that is said.', () => {
  showProblem(logOf(...started), { do: 'wrap', noNextStep: false }, new Unreachable('away'))
  expect(screen.getByRole('alert')).toHaveTextContent('so nothing changed')
})

it('A failed note of being here is nobody’s problem.', () => {
  showProblem(logOf(...started), { do: 'join' })
  expect(screen.queryByRole('alert')).toBeNull()
})
