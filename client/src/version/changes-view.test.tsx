import { readSession } from '@rondo/shared/account/contract.ts'
import { compareBodies } from '@rondo/shared/version/compare.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it } from 'vitest'
import { messages as account } from '../account/messages.ts'
import { messages as editor } from '../editor/messages.ts'
import { keyOf } from '../platform/ask.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { ChangesView } from './changes-view.tsx'
import { messages } from './messages.ts'

beforeAll(async () => {
  await startI18n({ version: messages, ui, editor, account }, 'en')
})

type Block = Parameters<typeof compareBodies>[0]
const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const page = (...content: Block[]): Block => ({ type: 'doc', content })
const step = (done: boolean, due: string): Block => ({
  type: 'capture',
  attrs: { id: 'a', kind: 'next', done, due },
  content: [{ type: 'text', text: 'Write it up' }],
})

const show = (before: Block, after: Block, beside = false) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(keyOf(readSession), { state: 'signed-out', serverTime: 0 })
  const changes = compareBodies(before, after)
  return render(
    <QueryClientProvider client={client}>
      <ChangesView changes={changes} beside={beside} before="Then" after="Now" />
    </QueryClientProvider>,
  )
}
const texts = (elements: readonly Element[]) => elements.map(({ textContent }) => textContent)
const marked = (role: 'insertion' | 'deletion') => texts(screen.queryAllByRole(role))

it('marks what came and what went, and says so to who cannot see it', () => {
  show(page(p('We meet on Thursday.'), p('Bye')), page(p('We meet on Friday.'), p('Something new here')))
  expect(marked('deletion')).toEqual(['Thursday', 'Bye'])
  expect(marked('insertion')).toEqual(['Friday', 'Something new here'])
  for (const words of ['Changed:', 'Removed:', 'Added:']) expect(screen.getByText(words)).toBeInTheDocument()
})

it('shows each side its own words beside each other', () => {
  const { container } = show(page(p('We meet on Thursday.')), page(p('We meet on Friday.')), true)
  expect(texts([...container.querySelectorAll('.version-block')])).toEqual([
    'We meet on Thursday.',
    'We meet on Friday.',
  ])
})

it('folds what stayed, and unfolds it', async () => {
  const same = Array.from({ length: 6 }, (_, i) => p(`Line ${i}`))
  show(page(...same, p('Old words')), page(...same, p('Something else')))
  expect(screen.queryByText('Line 2')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '5 blocks unchanged' }))
  expect(screen.getByText('Line 2')).toBeInTheDocument()
})

it('tells what became of a step besides its words', () => {
  show(page(step(false, '2026-12-03')), page(step(true, '2026-12-04')))
  expect(marked('deletion')).toEqual(['Thu 3 Dec', 'open'].map((words) => expect.stringContaining(words)))
  expect(marked('insertion')).toEqual(['Fri 4 Dec', 'done'].map((words) => expect.stringContaining(words)))
})

it('makes no link of an address that must not be one', () => {
  const link = (href: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
  })
  show(page(), page(link('javascript:alert(1)')))
  expect(screen.queryByRole('link')).toBeNull()
  show(page(), page(link('https://example.org/')))
  expect(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer')
})
