import { MantineProvider } from '@mantine/core'
import { dropCapture, listCarriedOver, tickCapture } from '@rondo/shared/capture/contract.ts'
import type { CarriedCapture } from '@rondo/shared/capture/model.ts'
import type { CaptureId, CircleId, MeetingId, PageId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { keyOf } from '../platform/ask.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { Decide } from './decide.tsx'
import { messages } from './messages.ts'
import { useCarriedOver } from './queries.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const meetingId = uuid(1) as MeetingId
const step: CarriedCapture = {
  id: uuid(2) as CaptureId,
  kind: 'next',
  text: 'Draw the map',
  who: null,
  due: null,
  done: false,
  doneAt: null,
  dropped: null,
  at: 0,
  by: null,
  pageId: uuid(3) as PageId,
  pageTitle: 'Flask',
  circleId: uuid(4) as CircleId,
  meetingId,
  meetingNumber: 1,
  segmentId: null,
  position: 0,
  threadId: null,
  grownPageId: null,
  thanked: null,
  carries: 3,
}

/** What the server was asked, and what it answers. */
const server = (answer: () => Response) => {
  const asked: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string } = {}) => {
    asked.push({ path, body: JSON.parse(body ?? 'null') })
    return answer()
  })
  return asked
}
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
  })

function Listed() {
  const [capture] = useCarriedOver(meetingId).data?.captures ?? []
  return capture === undefined ? null : (
    <>
      <p>{capture.dropped ?? (capture.done ? 'done' : 'open')}</p>
      <Decide capture={capture} />
    </>
  )
}

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(keyOf(listCarriedOver, { params: { meetingId } }), {
    captures: [step],
    undiscussed: [],
  })
  render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <Listed />
      </MantineProvider>
    </QueryClientProvider>,
  )
}

beforeAll(() => startI18n({ capture: messages, ui }, 'en'))
afterEach(() => vi.unstubAllGlobals())

/** A machine that does much else may take its time. */
const patient = { timeout: 20_000 }

const dropIt = async (reason: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }))
  const dialog = within(await screen.findByRole('dialog', {}, patient))
  fireEvent.change(await dialog.findByLabelText('Why', {}, patient), { target: { value: reason } })
  fireEvent.click(await dialog.findByRole('button', { name: 'Drop it' }, patient))
}

it('asks what becomes of what was carried three times, and does it at once', async () => {
  const asked = server(() => json({ ...step, done: true, carries: undefined }))
  show()
  expect(screen.getByText('Carried along 3 times. What becomes of it?')).toBeVisible()
  fireEvent.click(screen.getByRole('button', { name: 'It is done' }))
  expect(await screen.findByText('done', {}, patient)).toBeVisible()
  expect(screen.queryByText(/What becomes of it/)).toBeNull()
  expect(asked).toMatchObject([
    { path: tickCapture.path.replace(':captureId', step.id), body: { done: true } },
  ])
})

it('drops it with a reason, from what was seen', async () => {
  const asked = server(() => json({ ...step, dropped: 'Nobody needs it', carries: undefined }))
  show()
  await dropIt('Nobody needs it')
  expect(await screen.findByText('Nobody needs it', {}, patient)).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient)
  expect(asked).toMatchObject([
    {
      path: dropCapture.path.replace(':captureId', step.id),
      body: { reason: 'Nobody needs it', from: null },
    },
  ])
})

it('tells whoever was too late, and shows it as it was', async () => {
  server(() =>
    json({ code: 'conflict', detail: 'Ana ticked this meanwhile.', reason: 'capture.done-meanwhile' }, 409),
  )
  show()
  await dropIt('Nobody needs it')
  expect(await screen.findByText('Ana ticked this meanwhile.', {}, patient)).toBeVisible()
  expect(screen.getByText('open')).toBeInTheDocument()
})

it('asks for a reason before anything is sent', async () => {
  const asked = server(() => json(null))
  show()
  await dropIt('  ')
  expect(await screen.findByText(/^Say why in up to 280 characters/, {}, patient)).toBeVisible()
  expect(asked).toEqual([])
})
