import { readText } from '@rondo/shared/document/read-text.ts'
import { initialDocument } from '@rondo/shared/document/write-document.ts'
import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { CaptureId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Caught } from '../caught.ts'
import {
  close,
  hana,
  jonas,
  logOf,
  priya,
  roomOf,
  show,
  speakEnglish,
  started,
  walk,
} from '../sample-room.tsx'
import { PartBand } from './part-band.tsx'
import { VoteGlance } from './vote-glance.tsx'

beforeAll(speakEnglish)

type Told = (NewMeetingEvent & { after?: number; by?: MemberId })[]
const question = (n: number) => `00000000-0000-4000-8000-0000000000c${n}` as CaptureId
const caught = [1, 2, 3, 4].map(
  (n) => ({ id: question(n), kind: 'question', text: `Question ${n}`, position: n }) as Caught,
)
const log = (part: SegmentPart, ...more: Told) =>
  logOf(
    ...started,
    { type: 'joined', memberId: hana },
    { type: 'part-set', segmentId: walk, part },
    { type: 'segment-entered', segmentId: walk, after: 5 },
    ...more,
  )
const band = (events: ReturnType<typeof logOf>, run: object = {}, doc = new Y.Doc(), all = caught) =>
  show(
    <PartBand
      room={roomOf(events, {}, run)}
      caught={all}
      here={new Set([priya, jonas, hana])}
      onSegment={() => {}}
      doc={doc}
    />,
  )
const voted = (by: MemberId, ...dots: number[]) => ({
  type: 'vote-cast' as const,
  segmentId: walk,
  captureIds: dots.map(question),
  by,
})

it('Quiet writing says what is hidden, and a close asks what one takes away.', () => {
  const view = band(log({ kind: 'quiet' }))
  expect(screen.getByText(/Where others write is hidden until this ends/)).toBeVisible()
  view.unmount()
  band(log({ kind: 'close' }))
  expect(screen.getByText('What do you take away?')).toBeVisible()
})

it('Feedback goes into the notes of its segment, one line at a time.', async () => {
  const doc = new Y.Doc()
  initialDocument(doc, { segments: [{ id: walk, title: 'Walk', minutes: 5 }] })
  band(log({ kind: 'feedback' }), {}, doc)
  await userEvent.type(screen.getByLabelText('What worked?'), 'The pace{Enter}')
  await userEvent.type(screen.getByLabelText('What would you change?'), 'Shorter{Enter}')
  expect(readText(doc)).toBe('Walk\nWorked: The pace\nTo change: Shorter')
  expect(screen.getByLabelText('What worked?')).toHaveValue('')
})

it('A vote takes up to three dots, sends them together, and shows nobody’s before all have answered.', async () => {
  const mutate = vi.fn<(command: object) => void>()
  band(log({ kind: 'vote' }, voted(hana, 4)), { mutate })
  expect(screen.getByText(/1 of 2 have answered/)).toBeVisible()
  expect(screen.queryByText('1 dot')).toBeNull()
  for (const n of [1, 2, 3]) await userEvent.click(screen.getByRole('button', { name: `Question ${n}` }))
  expect(screen.getByRole('button', { name: 'Question 4' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: 'Question 2' }))
  await userEvent.click(screen.getByRole('button', { name: 'Give my dots' }))
  expect(mutate).toHaveBeenCalledWith({
    do: 'vote',
    segmentId: walk,
    from: [],
    to: [question(1), question(3)],
  })
})

it('A vote that all have answered shows the questions in their order, and one’s own dots may still change.', () => {
  band(log({ kind: 'vote' }, voted(hana, 4), voted(priya, 4, 1)))
  const order = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(order.slice(-2)).toEqual(['Question 42 dots', 'Question 11 dot'])
  expect(screen.getByRole('button', { name: 'Question 1', pressed: true })).toBeEnabled()
  expect(screen.getByRole('button', { name: 'Change my dots' })).toBeDisabled()
})

it('The result stays in sight in the next segment, and in the notes afterwards.', () => {
  const next = { type: 'segment-entered' as const, segmentId: close, after: 9 }
  const view = band(log({ kind: 'vote' }, voted(hana, 4), next))
  expect(screen.getByText('What the room wants to ask')).toBeVisible()
  expect(screen.getByText('1 dot')).toBeVisible()
  view.unmount()
  const over = log({ kind: 'vote' }, voted(hana, 4), { type: 'wrapped', after: 20 })
  show(<VoteGlance room={roomOf(over)} caught={caught} onCapture={() => {}} />)
  expect(screen.getByText('Question 4')).toBeVisible()
})

it('A vote without questions says how to catch one.', () => {
  band(log({ kind: 'vote' }), {}, new Y.Doc(), [])
  expect(screen.getByText(/Type \/question in the notes/)).toBeVisible()
})
