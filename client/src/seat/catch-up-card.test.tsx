import type { Capture } from '@rondo/shared/capture/model.ts'
import { captureId, pageId } from '@rondo/shared/kernel/id.ts'
import { putAwayCatchUp } from '@rondo/shared/seat/contract.ts'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '../platform/http.ts'
import { CatchUpCard } from './catch-up-card.tsx'
import { useMySeats } from './queries.ts'
import {
  checkIn,
  freshBrowser,
  meeting,
  missedOf,
  patient,
  priya,
  refusal,
  serve,
  show,
  showAtHome,
  speakEnglish,
  toAnswer,
  walk,
} from './sample-seat.tsx'
import { TodaySeats } from './today-seats.tsx'

beforeAll(speakEnglish)
beforeEach(freshBrowser)
afterEach(() => vi.unstubAllGlobals())

const idOf = (number: number) => `00000009-0000-4000-8000-${String(number).padStart(12, '0')}`
const capture = (
  number: number,
  kind: Capture['kind'],
  text: string,
  more: Partial<Capture> = {},
): Capture => ({
  id: captureId.parse(idOf(number)),
  kind,
  text,
  who: null,
  due: null,
  done: false,
  doneAt: null,
  dropped: null,
  at: 0,
  by: null,
  pageId: pageId.parse(idOf(0)),
  pageTitle: 'How Redis forgets',
  circleId: null,
  meetingId: meeting.id,
  meetingNumber: 15,
  segmentId: null,
  position: number,
  threadId: null,
  grownPageId: null,
  thanked: null,
  ...more,
})
const asks = { segmentId: checkIn, title: 'Check-in', prompt: null }

const missed = missedOf({
  decisions: [capture(1, 'decision', 'One file each'), capture(2, 'decision', 'Thursdays')],
  steps: [capture(3, 'next', 'Measure p99', { who: priya, due: '2026-12-03' })],
  questions: [capture(4, 'question', 'Why is it lazy?')],
  asked: [asks],
  more: 2,
  minutes: 2,
})

const lines = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((line) => line.textContent?.trim())
const path = addressOf(putAwayCatchUp.path, { params: { meetingId: meeting.id } })

describe('what somebody missed', () => {
  it('is what was decided, what is theirs, what is open and what is asked, in minutes', () => {
    show(<CatchUpCard missed={missed} />)
    const card = within(screen.getByRole('region', { name: 'What you missed' }))
    expect(lines('Decided')).toEqual(['One file each', 'Thursdays'])
    expect(lines('Yours to do')).toEqual(['Measure p99 Thu 3 Dec'])
    expect(lines('Still open')).toEqual(['Why is it lazy?'])
    expect(card.getByRole('heading', { name: 'Asked of you' })).toBeVisible()
    expect(card.getByText('1 question waits for your answer.')).toBeVisible()
    expect(card.getByText(/^Open until/)).toBeVisible()
    expect(card.getByText('2 more stand in the notes.')).toBeVisible()
    expect(card.getByText('2 minutes')).toBeVisible()
    expect(card.queryByRole('link')).toBeNull()
  })

  it('may be nothing at all, and is said to be', () => {
    show(<CatchUpCard missed={missedOf()} />)
    expect(screen.getByText(/^Nothing was decided, nothing is yours to do/)).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Asked of you' })).toBeNull()
    expect(screen.queryByText(/in the notes\.$/)).toBeNull()
    expect(screen.getByText('1 minute')).toBeVisible()
  })

  it('is not nothing where only answers are asked for', () => {
    show(<CatchUpCard missed={missedOf({ asked: [asks, { ...asks, segmentId: walk }] })} />)
    expect(screen.getByText('2 questions wait for your answer.')).toBeVisible()
    expect(screen.queryByText(/^Nothing was decided/)).toBeNull()
  })
})

function Told() {
  return <p>{useMySeats().data === undefined ? 'asking' : 'told'}</p>
}

describe('on Today', () => {
  const showToday = async (server: ReturnType<typeof serve>) => {
    Object.assign(server.mine, { catchUps: [missed] })
    showAtHome(<TodaySeats />)
    await screen.findByRole('region', { name: 'What you missed: How Redis forgets' }, patient)
  }

  it('names the meeting, leads to it, and is put away once it was read', async () => {
    const server = serve()
    server.take = () => {
      server.mine = { toAnswer: [], catchUps: [] }
      return Response.json(null)
    }
    await showToday(server)
    expect(screen.getByText('Reading code')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the notes and answer' })).toHaveAttribute(
      'href',
      `/meetings/${meeting.id}`,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Read' }))
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull(), patient)
    expect(server.told).toEqual([{ path, body: null }])
  })

  it('stays where it could not be put away, and says why', async () => {
    const server = serve()
    server.take = refusal('circle.not-in-it', 'Only the circle is told.', 403)
    await showToday(server)
    fireEvent.click(screen.getByRole('button', { name: 'Read' }))
    expect(await screen.findByRole('alert', {}, patient)).toHaveTextContent('Only the circle is told.')
    expect(lines('Decided')).toHaveLength(2)
  })

  it.each([
    [[asks], '1 left to answer.', 'Answer'],
    [[], 'You answered everything.', 'Look at it'],
  ])(
    'stands what may be answered in one’s own time, and how much of it is left',
    async (left, words, link) => {
      serve().mine.toAnswer = [toAnswer(left)]
      showAtHome(<TodaySeats />)
      const card = within(
        await screen.findByRole('region', { name: 'Answer in your own time: How Redis forgets' }, patient),
      )
      expect(card.getByText(/^Reading code\. Open until/)).toHaveTextContent(words)
      expect(card.getByRole('link', { name: link })).toHaveAttribute('href', `/meetings/${meeting.id}`)
    },
  )

  it.each([
    ['nothing waits', []],
    ['there is nothing to know of what was missed', [missedOf()]],
  ])('stands nothing where %s', async (_why, catchUps) => {
    serve().mine.catchUps = catchUps
    show(
      <>
        <TodaySeats />
        <Told />
      </>,
    )
    const told = await screen.findByText('told', {}, patient)
    expect(told.previousElementSibling?.className).not.toBe('today-seats')
  })
})
