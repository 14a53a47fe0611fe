import { screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { FinalWords } from './final-words.tsx'
import {
  answerOf,
  checkIn,
  freshBrowser,
  hana,
  jonas,
  meeting,
  patient,
  priya,
  promptOf,
  seatOf,
  serve,
  show,
  speakEnglish,
  walk,
} from './sample-seat.tsx'
import { answeredSegments, SegmentLanes } from './segment-lanes.tsx'

beforeAll(speakEnglish)
beforeEach(freshBrowser)
afterEach(() => vi.unstubAllGlobals())

const lanes = (title = 'Check-in') =>
  within(screen.getByRole('region', { name: `Answered in people’s own time: ${title}` }))

describe('the lanes under a segment', () => {
  it('stand in the order in which they were given, one’s own among them', () => {
    const prompt = promptOf({
      answered: [jonas, priya, hana],
      mine: answerOf(priya, 'Tired', { at: 20, changedAt: 20 }),
      others: [
        answerOf(hana, 'Late', { at: 30, changedAt: 40 }),
        answerOf(jonas, 'Curious', { at: 10, changedAt: 10 }),
      ],
    })
    show(<SegmentLanes prompt={prompt} />)
    const said = lanes()
      .getAllByRole('listitem')
      .map((lane) => lane.textContent)
    expect(said).toEqual([
      expect.stringMatching(/^Jonas in their own time, .*Curious$/),
      expect.stringMatching(/^You in your own time, .*Tired$/),
      expect.stringMatching(/^Hana in their own time, changed .*Late$/),
    ])
  })

  it('say who answered, and not what, while that is not to be read', () => {
    show(<SegmentLanes prompt={promptOf({ answered: [jonas, hana] })} />)
    expect(lanes().queryByRole('list')).toBeNull()
    expect(
      lanes()
        .getAllByRole('img')
        .map((face) => face.getAttribute('aria-label')),
    ).toEqual(['Jonas Weber', 'Hana Sato'])
    expect(
      lanes().getByText(/^answered in their own time\. You read them once you have answered/),
    ).toBeVisible()
  })

  it('speak of one person as of one', () => {
    show(<SegmentLanes prompt={promptOf({ answered: [hana], title: '' })} />)
    expect(
      lanes('A part without a title').getByText(/^answered in their own time\. You read it/),
    ).toBeVisible()
  })

  it('are there for the segments that somebody answered and that are still there', () => {
    const seat = seatOf([
      promptOf({ segmentId: checkIn, answered: [jonas] }),
      promptOf({ segmentId: walk }),
      promptOf({ segmentId: walk, answered: [jonas], isGone: true }),
    ])
    expect(answeredSegments(seat)).toEqual([checkIn])
    expect(answeredSegments(undefined)).toEqual([])
  })
})

describe('beside the notes', () => {
  const showWords = async (...seat: Parameters<typeof seatOf>) => {
    serve(seatOf(...seat))
    show(<FinalWords meetingId={meeting.id} zone={meeting.timeZone} text="" />)
    await screen.findByText(/^(Final since|Answers are taken until)/, {}, patient)
  }

  it('stands until when answers are taken', async () => {
    await showWords([])
    expect(screen.getByText(/^Answers are taken until/)).toBeVisible()
    expect(screen.queryByText(/Was it worth it/)).toBeNull()
  })

  it('stands since when the page is final, whether it was changed since, and what it was worth', async () => {
    await showWords([], { final: { at: 0, isChanged: true }, worth: { average: 4.5, atLeast: 5 } })
    expect(screen.getByText(/^Final since/)).toHaveTextContent('Changed after it was final.')
    expect(screen.getByText('Was it worth it? 4.5 of 5, said at least 5 people.')).toBeVisible()
  })

  it('nothing is said of a change where there was none', async () => {
    await showWords([], { final: { at: 0, isChanged: false } })
    expect(screen.getByText(/^Final since/)).not.toHaveTextContent('Changed')
  })
})
