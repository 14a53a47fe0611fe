import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { messages } from './messages.ts'
import { SignInForm } from './sign-in-screen.tsx'

beforeAll(async () => {
  await startI18n({ account: messages, ui }, 'en')
})

const show = (fetched: () => Response) => {
  const asked = vi.fn<typeof fetch>(async () => fetched())
  vi.stubGlobal('fetch', asked)
  const router = createRouter({
    routeTree: createRootRoute({ component: SignInForm }),
    history: createMemoryHistory(),
  })
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return asked
}

const refused = (status: number, body: object) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

it('What is missing is said at its field, and nothing is sent.', async () => {
  const asked = show(refused(500, {}))
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('E-mail'), 'priya')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText('This does not look like an e-mail address yet.')).toBeVisible()
  expect(screen.getByLabelText('E-mail')).toHaveFocus()
  expect(asked).not.toHaveBeenCalled()
})

it('A wrong password is said without telling which half was wrong, and what was typed stays.', async () => {
  show(refused(401, { code: 'not-signed-in', detail: 'no' }))
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('E-mail'), 'priya@example.org')
  await user.type(screen.getByLabelText('Password'), 'not the one')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('do not go together'))
  expect(screen.getByLabelText('E-mail')).toHaveValue('priya@example.org')
  expect(screen.getByLabelText('Password')).toHaveValue('not the one')
})

it('Whoever tried too often is told how long to wait.', async () => {
  show(refused(429, { code: 'too-many', detail: 'no', retryAfter: 170 }))
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('E-mail'), 'priya@example.org')
  await user.type(screen.getByLabelText('Password'), 'again and again')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText(/Wait 3 minutes/)).toBeVisible()
})
