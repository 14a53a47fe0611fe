import { MantineProvider } from '@mantine/core'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { EditableTitle } from './editable-title.tsx'
import { messages } from './messages.ts'

const id = '00000005-0000-4000-8000-000000000001' as PageId
const asked = vi.fn<typeof fetch>()

beforeAll(async () => {
  await startI18n({ page: messages, ui }, 'en')
})
beforeEach(() => {
  vi.stubGlobal('fetch', asked)
})
afterEach(() => {
  asked.mockReset()
  vi.unstubAllGlobals()
})

const titled = (title: string) => (
  <MantineProvider env="test">
    <QueryClientProvider client={new QueryClient()}>
      <EditableTitle page={{ id, title }} mayRename />
    </QueryClientProvider>
  </MantineProvider>
)
const answer = (status: number, body: object) =>
  asked.mockResolvedValue(new Response(JSON.stringify(body), { status }))
const sent = () => JSON.parse(String(asked.mock.calls[0]?.[1]?.body)) as unknown

describe('renaming a page', () => {
  it('sends the title one saw, so that nobody’s name is written over unseen', async () => {
    answer(409, { code: 'conflict', detail: 'Jonas renamed it.' })
    render(titled('Expiry'))
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
    await userEvent.clear(screen.getByRole('textbox', { name: 'Title' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'How Redis forgets{Enter}')
    expect(sent()).toEqual({ title: 'How Redis forgets', was: 'Expiry' })
  })

  it('tells whoever is late what it is called now, and keeps what they typed', async () => {
    answer(409, { code: 'conflict', detail: 'Jonas renamed it.' })
    const { rerender } = render(titled('Expiry'))
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), ' in Redis{Enter}')
    rerender(titled('Dead keys'))
    expect(await screen.findByText(/it is called “Dead keys” now/)).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Expiry in Redis')
  })

  it('is left by Escape without a request', async () => {
    render(titled('Expiry'))
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'x{Escape}')
    expect(screen.getByRole('heading', { name: 'Expiry' })).toBeVisible()
    expect(asked).not.toHaveBeenCalled()
  })

  it('to nothing is refused where it is typed', async () => {
    render(titled('Expiry'))
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
    await userEvent.clear(screen.getByRole('textbox', { name: 'Title' }))
    expect(screen.getByRole('status')).toHaveTextContent('1 to 160 characters')
    expect(screen.getByRole('button', { name: 'Save the title' })).toBeDisabled()
  })
})
