import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { initialDocument } from '@rondo/shared/document/write-document.ts'
import { giveWorth } from '@rondo/shared/seat/contract.ts'
import type { Seat } from '@rondo/shared/seat/model.ts'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addressOf } from '../platform/http.ts'
import { Parting } from './parting.tsx'
import { useSeat } from './queries.ts'
import {
  checkIn,
  freshBrowser,
  meeting,
  patient,
  priya,
  refusal,
  seatOf,
  serve,
  show,
  speakEnglish,
  walk,
} from './sample-seat.tsx'

beforeAll(speakEnglish)
beforeEach(freshBrowser)
afterEach(() => vi.unstubAllGlobals())

const notes = () => {
  const doc = new Y.Doc()
  initialDocument(doc, {
    segments: [
      { id: checkIn, title: 'Check-in', minutes: 5 },
      { id: walk, title: 'Walk the code', minutes: 20 },
    ],
  })
  return doc
}
const caughtIn = (doc: Y.Doc) =>
  readCaptures(doc).map(({ kind, text, who, segmentId }) => ({ kind, text, who, segmentId }))

function Here({ doc, mayWrite = true }: { readonly doc: Y.Doc; readonly mayWrite?: boolean }) {
  const seat = useSeat(meeting.id).data
  return (
    <>
      <p>{seat === undefined ? 'asking' : 'asked'}</p>
      <Parting meetingId={meeting.id} seat={seat} doc={doc} segmentId={walk} mayWrite={mayWrite} />
    </>
  )
}

const asked = (worthAsked: Seat['worthAsked'] = 'open') => serve(seatOf([], { worthAsked }))
const showParting = async (doc = notes(), mayWrite = true) => {
  const shown = show(<Here doc={doc} mayWrite={mayWrite} />)
  await screen.findByText('asked', {}, patient)
  return shown
}
const parting = () => screen.queryByRole('region', { name: 'Before you go' })
const field = (name: string) => screen.getByRole('textbox', { name })
const type = (name: string, text: string) => fireEvent.change(field(name), { target: { value: text } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

const TAKE = 'What do you take away?'
const STEP = 'Your smallest next step?'

describe('what one takes along', () => {
  it('is written into the last segment as an insight, once, and said', async () => {
    asked()
    const doc = notes()
    await showParting(doc)
    expect(screen.getByRole('button', { name: 'Add it' })).toBeDisabled()
    type(TAKE, ' Expiry is lazy ')
    press('Add it')
    press('Add it')
    const line = fieldForm(TAKE)
    fireEvent.submit(line)
    expect(caughtIn(doc)).toEqual([
      { kind: 'insight', text: 'Expiry is lazy', who: undefined, segmentId: walk },
    ])
    expect(within(line).getByRole('status')).toHaveTextContent('In the notes: Expiry is lazy')
    expect(field(TAKE)).toHaveValue('')
    await waitFor(() => expect(within(line).getByRole('status')).toHaveFocus(), patient)
  })

  it('is a next step of whoever takes it', async () => {
    asked()
    const doc = notes()
    await showParting(doc)
    type(STEP, 'Read expire.c')
    press('Take it')
    expect(caughtIn(doc)).toEqual([{ kind: 'next', text: 'Read expire.c', who: priya, segmentId: walk }])
    expect(screen.getByText('In the notes, as yours: Read expire.c')).toBeVisible()
  })

  it('comes to the end of notes that lost the segment', async () => {
    asked()
    const doc = new Y.Doc()
    await showParting(doc)
    type(TAKE, 'Expiry is lazy')
    press('Add it')
    expect(caughtIn(doc)).toMatchObject([{ text: 'Expiry is lazy', segmentId: undefined }])
  })

  it('is one line, and not a long one', async () => {
    asked()
    const doc = notes()
    await showParting(doc)
    type(TAKE, 'a'.repeat(301))
    expect(field(TAKE)).toHaveAccessibleDescription('At most 300 characters, in one line.')
    expect(screen.getByRole('button', { name: 'Add it' })).toBeDisabled()
    fireEvent.submit(fieldForm(TAKE))
    expect(caughtIn(doc)).toEqual([])
    type(TAKE, 'a'.repeat(300))
    expect(screen.getByRole('button', { name: 'Add it' })).toBeEnabled()
  })

  it('is kept in this browser until it is written, and each question keeps its own', async () => {
    asked()
    const { unmount } = await showParting()
    type(TAKE, 'Expiry is')
    type(STEP, 'Read')
    unmount()
    const again = await showParting()
    expect(field(TAKE)).toHaveValue('Expiry is')
    expect(field(STEP)).toHaveValue('Read')
    press('Add it')
    again.unmount()
    await showParting()
    expect(field(TAKE)).toHaveValue('')
    expect(field(STEP)).toHaveValue('Read')
  })
})

const fieldForm = (name: string): HTMLFormElement => {
  const { form } = field(name) as HTMLInputElement
  if (form === null) throw new Error(`${name} stands in no form.`)
  return form
}

describe('the questions', () => {
  it('are put away with "That is all", for good', async () => {
    asked()
    const { unmount } = await showParting()
    expect(parting()).toBeVisible()
    press('That is all')
    expect(parting()).toBeNull()
    unmount()
    await showParting()
    expect(parting()).toBeNull()
  })

  it('are for whoever was in the room and may write', async () => {
    asked(null)
    const { unmount } = await showParting()
    expect(parting()).toBeNull()
    unmount()
    asked()
    await showParting(notes(), false)
    expect(parting()).toBeNull()
  })
})

describe('whether it was worth it', () => {
  const marks = () => within(screen.getByRole('group', { name: 'Was it worth it?' })).getAllByRole('button')
  const noMarks = () => expect(screen.queryByRole('group', { name: 'Was it worth it?' })).toBeNull()

  it('is said once, with a mark of five, and cannot be changed', async () => {
    const server = asked()
    const { unmount } = await showParting()
    expect(marks().map((mark) => mark.getAttribute('aria-label'))).toEqual(
      [1, 2, 3, 4, 5].map((mark) => `${mark} of 5`),
    )
    expect(screen.getByText(/^Counted without your name\. .* It cannot be changed\.$/)).toBeVisible()
    press('4 of 5')
    expect(await screen.findByText('Counted, without your name.', {}, patient)).toBeVisible()
    noMarks()
    const path = addressOf(giveWorth.path, { params: { meetingId: meeting.id } })
    expect(server.told).toEqual([{ path, body: { mark: 4 } }])
    unmount()
    server.seat = seatOf([], { worthAsked: 'given' })
    await showParting()
    expect(screen.getByText('Counted, without your name.')).toBeVisible()
    noMarks()
  })

  it('is not said twice while the first mark is on its way', async () => {
    const server = asked()
    server.take = () => new Promise(() => {})
    await showParting()
    press('4 of 5')
    await waitFor(() => expect(marks()[0]).toBeDisabled(), patient)
    press('5 of 5')
    expect(server.told).toHaveLength(1)
  })

  it('tells whoever said it in another tab, or may not say it', async () => {
    const server = asked()
    server.take = refusal('seat.worth-given', 'You have said this already. It was counted once.')
    await showParting()
    press('1 of 5')
    expect(await screen.findByRole('alert', {}, patient)).toHaveTextContent('You have said this already.')
    expect(screen.queryByText('Counted, without your name.')).toBeNull()
  })

  it('can be said again when the server was away', async () => {
    const server = asked()
    server.take = () => Promise.reject(new TypeError('away'))
    await showParting()
    press('1 of 5')
    expect(await screen.findByRole('alert', {}, patient)).toBeVisible()
    expect(marks()[0]).toBeEnabled()
  })
})
