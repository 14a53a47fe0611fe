import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OwnTime } from './own-time.tsx'
import { field, give, gone, Here, mineIs, press, showPrompts, type } from './sample-prompts.tsx'
import {
  answerOf,
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

beforeAll(speakEnglish)
beforeEach(freshBrowser)
afterEach(() => vi.unstubAllGlobals())

describe('the prompts', () => {
  it('say until when answers are taken and how many are left, and open by their title', async () => {
    serve(seatOf([promptOf(), promptOf({ segmentId: walk, title: 'Walk the code' })]))
    show(<Here opened={false} />)
    const title = await screen.findByRole('button', { name: 'Answer in your own time' }, patient)
    expect(screen.getByText(/^Open until/)).toHaveTextContent('2 left to answer.')
    expect(title).toHaveAttribute('aria-expanded', 'false')
    gone()
    fireEvent.click(title)
    expect(title).toHaveAttribute('aria-expanded', 'true')
    expect(field('Check-in')).toBeVisible()
    expect(field('Walk the code')).toBeVisible()
    expect(screen.getAllByText('How do you arrive?')).toHaveLength(2)
  })

  it('say so when everything is answered', async () => {
    await showPrompts(serve(seatOf([mineIs('Tired')])))
    expect(screen.getByText(/^Open until/)).toHaveTextContent('You answered everything.')
  })

  it('are not there once answers are closed, or the page is final', async () => {
    const { opensAt } = seatOf([]).window ?? { opensAt: 0 }
    const closed = seatOf([promptOf()], { window: { opensAt, closesAt: Date.now() - 60_000 } })
    const final = seatOf([promptOf()], { final: { at: opensAt, isChanged: false } })
    for (const seat of [closed, final, seatOf([promptOf()], { window: null })]) {
      const { container, unmount } = show(<OwnTime meeting={meeting} seat={seat} opened online />)
      expect(container.querySelector('section')).toBeNull()
      unmount()
    }
  })

  it('leave what was written and not given, once answers are closed, until it is put away', async () => {
    const server = serve()
    const { unmount } = await showPrompts(server)
    type('Almost\ndone')
    unmount()
    const final = seatOf([], { final: { at: 0, isChanged: false } })
    const closed = <OwnTime meeting={meeting} seat={final} opened online />
    const after = show(closed)
    const left = within(screen.getByRole('region', { name: 'What you were writing' }))
    expect(left.getByRole('listitem').textContent).toBe('Almost\ndone')
    expect(left.getByText(/you can still write there\.$/)).toBeVisible()
    press('Put it away')
    expect(screen.queryByRole('region')).toBeNull()
    after.unmount()
    show(closed)
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('are read before the window opens, and written to, but not yet answered', async () => {
    const window = { opensAt: Date.now() + 3_600_000, closesAt: Date.now() + 7_200_000 }
    await showPrompts(serve(seatOf([promptOf()], { window })))
    expect(screen.getByText(/^Opens/)).toBeVisible()
    type('Early')
    const button = screen.getByRole('button', { name: 'Give this answer' })
    expect(button).toBeDisabled()
    expect(button).not.toHaveAttribute('title')
  })
})

describe('what others answered', () => {
  const theirs = [answerOf(jonas, 'Curious'), answerOf(hana, 'Late', { changedAt: Date.now() })]

  it('is a number until one has answered, and then to be read', async () => {
    const server = serve(seatOf([promptOf({ answered: [jonas, hana] })]))
    server.becomes(mineIs('Tired', { answered: [jonas, hana, priya], others: theirs }))
    await showPrompts(server)
    expect(screen.getByText('2 answered already. You read them once you have answered.')).toBeVisible()
    expect(screen.queryByText(/Jonas/)).toBeNull()
    give('Tired')
    const lanes = await screen.findByRole(
      'list',
      { name: 'Answered in people’s own time: Check-in' },
      patient,
    )
    const [first, second] = within(lanes).getAllByRole('listitem')
    expect(first).toHaveTextContent(/^Jonas in their own time, .*Curious$/)
    expect(second).toHaveTextContent(/^Hana in their own time, changed .*Late$/)
    expect(screen.queryByText(/answered already/)).toBeNull()
  })

  it('to a part without a title is named so', async () => {
    await showPrompts(serve(seatOf([mineIs('Tired', { title: '', others: theirs })])))
    expect(
      screen.getByRole('list', { name: 'Answered in people’s own time: A part without a title' }),
    ).toBeVisible()
  })
})

describe('without a connection', () => {
  it('an answer is written and kept, and given later', async () => {
    await showPrompts(serve(), false)
    type('On the train')
    const button = screen.getByRole('button', { name: 'Give this answer' })
    expect(button).toBeDisabled()
    expect(button).toHaveAttribute('title', 'This needs the server. What you write is kept on this device.')
    expect(screen.getByText('Kept on this device until you give it.')).toBeVisible()
  })

  it('an answer stands, and can be rewritten but neither saved nor taken back', async () => {
    await showPrompts(serve(seatOf([mineIs('Tired')])), false)
    expect(screen.getByRole('button', { name: 'Take it back' })).toBeDisabled()
    press('Change')
    type('Awake')
    expect(screen.getByRole('button', { name: 'Save the change' })).toBeDisabled()
  })
})
