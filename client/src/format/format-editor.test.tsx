import { MantineProvider } from '@mantine/core'
import { listMembers, readSession } from '@rondo/shared/account/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { OwnFormat } from '@rondo/shared/format/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { CircleId, FormatId, MemberId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { messages as meeting } from '../meeting/messages.ts'
import { keyOf } from '../platform/ask.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { FormatEditor } from './format-editor.tsx'
import { messages as format } from './messages.ts'
import { shownOf } from './shown-formats.ts'

const priya = '00000001-0000-4000-8000-000000000001' as MemberId
const jonas = '00000001-0000-4000-8000-000000000002' as MemberId
const circle = {
  id: '00000004-0000-4000-8000-000000000001' as CircleId,
  standing: 'host',
  seats: [],
} as unknown as Circle
const { id: _, ...critique } = formatIn('en', 'critique-lab')
const own: OwnFormat = {
  ...critique,
  segments: critique.segments.slice(0, 3),
  name: 'Our critique',
  id: '00000007-0000-4000-8000-000000000001' as FormatId,
  circleId: circle.id,
  version: 3,
  basedOn: 'critique-lab',
  changedBy: jonas,
  changedAt: 0,
}

const answer = vi.fn<(url: string, init: RequestInit) => Response>()
beforeAll(() => startI18n({ format, meeting, ui }, 'en'))
beforeEach(() => {
  answer.mockReset()
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => answer(url, init))
})
afterEach(() => vi.unstubAllGlobals())

const members = [
  { id: priya, name: 'Priya Raman', colour: 1, timeZone: 'Europe/Berlin', role: 'member', joinedAt: 0 },
  { id: jonas, name: 'Jonas Weber', colour: 2, timeZone: 'Europe/Berlin', role: 'member', joinedAt: 0 },
]

/** The editor, and a button by which somebody else saves the format meanwhile. */
function Editing() {
  const [now, setNow] = useState(own)
  return (
    <>
      <FormatEditor circle={circle} opened={shownOf(own)} now={shownOf(now)} formats={[now]} />
      <button type="button" onClick={() => setNow({ ...own, name: 'Kinder critique', version: 4 })}>
        Jonas saves
      </button>
    </>
  )
}

const open = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(keyOf(readSession), { state: 'signed-in', account: { ...members[0], locale: 'en' } })
  client.setQueryData(keyOf(listMembers), { members })
  client.setQueryData(keyOf(readRotation, { params: { circleId: circle.id }, query: {} }), { roles: [] })
  const root = createRootRoute({ component: Editing })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await screen.findByText('Our own format.')
}

const titles = () =>
  screen.getAllByLabelText(/^Title of segment/).map((box) => (box as HTMLInputElement).value)
const press = (words: string) => fireEvent.click(screen.getByText(words))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

it('Segments move by keys and by buttons, and where they are is said.', async () => {
  await open()
  fireEvent.keyDown(screen.getByLabelText('Title of segment 2'), { key: 'ArrowDown', altKey: true })
  expect(titles().slice(1)).toEqual(['Clarify', 'Present'])
  expect(screen.getByText('“Present” is number 3 of 3 now.')).toBeInTheDocument()
  fireEvent.click(screen.getByLabelText('Move “Present” up'))
  expect(titles().slice(1)).toEqual(['Present', 'Clarify'])
})

it('What somebody else saved meanwhile is told, and nothing typed is lost; saving over it names their version.', async () => {
  await open()
  write('Name', 'Sharper critique')
  press('Jonas saves')
  expect(screen.getByText('Jonas Weber changed this format meanwhile.')).toBeVisible()
  expect(screen.getByLabelText('Name')).toHaveValue('Sharper critique')
  press('Keep mine and save over it')
  answer.mockReturnValue(Response.json({ ...own, name: 'Sharper critique', version: 5, changedBy: priya }))
  press('Save changes')
  const sent = () =>
    answer.mock.calls.flatMap(([, { body }]) => (body == null ? [] : [JSON.parse(String(body))]))
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]).toMatchObject({ from: 4, format: { name: 'Sharper critique' } })
})

it('A refusal leaves what was typed where it is.', async () => {
  await open()
  write('Name', 'Our critique 2')
  const problem = { code: 'conflict', detail: 'Somebody changed this format meanwhile. It was Jonas.' }
  answer.mockReturnValue(Response.json(problem, { status: 409 }))
  press('Save changes')
  expect(await screen.findByText(problem.detail)).toBeVisible()
  expect(screen.getByLabelText('Name')).toHaveValue('Our critique 2')
})

it('What is not right is said at the field, and nothing is sent.', async () => {
  await open()
  write('Name', '')
  press('Save changes')
  expect(screen.getByText('A name has 1 to 60 characters.')).toBeVisible()
  expect(answer).not.toHaveBeenCalled()
})
