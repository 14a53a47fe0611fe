import { MantineProvider } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId, memberId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { messages as hours } from './messages.ts'

// Names come by another way than times, and other work on the same machine may take its time.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 60_000 })

/** How somebody is called whose name is not known yet, and the reader within a sentence. */
const NAMES = { somebody: 'Somebody', you: 'you' }

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const [PRIYA, JONAS, HANA] = [1, 2, 3].map((number) => memberId.parse(idOf(number)))

const member = (number: number, name: string, timeZone: string) => ({
  id: idOf(number),
  name,
  colour: number,
  timeZone,
  role: 'member',
  joinedAt: 0,
})
const people = [
  member(1, 'Priya Raman', 'America/Los_Angeles'),
  member(2, 'Jonas Weber', 'Europe/Berlin'),
  member(3, 'Hana Sato', 'Asia/Tokyo'),
]

/** For tests: a circle of three, seen by its host Priya. */
export const circle: Circle = {
  id: circleId.parse(idOf(9)),
  name: 'Reading',
  purpose: 'We read.',
  visibility: 'open',
  timeZone: 'Europe/Berlin',
  createdAt: 0,
  seats: [],
  standing: 'host',
} as unknown as Circle

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** For tests: a part of the screen as Priya sees it; `answer` says what the server has for a request. */
export const showHours = async (
  part: ReactNode,
  answer: (request: string, body: unknown) => { status?: number; body: unknown },
) => {
  await startI18n({ account: { en: NAMES, de: NAMES }, ui, hours }, 'en')
  const me = { ...people[0], email: 'priya@example.org', locale: 'en', colourScheme: 'auto' }
  const asked = vi.fn<typeof fetch>(async (input, init) => {
    const path = String(input)
    if (path === '/api/session')
      return json({ state: 'signed-in', workspace: { name: 'W' }, account: me, serverTime: 0 })
    if (path === '/api/members') return json({ members: people })
    const sent = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const { body, status } = answer(`${init?.method ?? 'GET'} ${path}`, sent)
    return json(body, status)
  })
  vi.stubGlobal('fetch', asked)
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory(),
  })
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return asked
}
