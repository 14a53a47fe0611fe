import { MantineProvider } from '@mantine/core'
import { memberId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { Composer } from './composer.tsx'
import { EMPTY } from './draft.ts'
import { messages } from './messages.ts'

const people = ['Jonas Weber', 'Hana Sato', 'Thiago Gonçalves'].map((name, index) => ({
  id: memberId.parse(`${index + 1}0000000-0000-4000-8000-000000000000`),
  name,
  colour: index + 1,
}))
const [jonas, , thiago] = people

const sent = vi.fn<(body: string) => void>()

function Desk() {
  const [draft, setDraft] = useState(EMPTY)
  return (
    <Composer
      draft={draft}
      onDraft={setDraft}
      people={people}
      onSend={sent}
      sending={false}
      problem={null}
      label="Your answer"
    />
  )
}

beforeAll(async () => {
  await startI18n({ thread: messages, ui }, 'en')
})
beforeEach(() => {
  sent.mockClear()
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => Response.json({ state: 'not-set-up', needsCode: false, serverTime: 1 })),
  )
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Desk />
      </QueryClientProvider>
    </MantineProvider>,
  )
})

const type = async (text: string) => {
  const user = userEvent.setup()
  await user.click(screen.getByLabelText('Your answer'))
  await user.keyboard(text)
  return user
}

describe('writing a post', () => {
  it('offers people after "@", picks by keys and sends their id', async () => {
    const user = await type('Thanks @')
    const field = screen.getByRole('combobox')
    expect(screen.getAllByRole('option')).toHaveLength(3)
    expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { name: /Jonas/ }).id)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(screen.getByRole('option', { name: /Thiago/ })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(sent).toHaveBeenCalledWith(`Thanks @[${thiago?.id}]`)
  })

  it('lets go at Escape and leaves what was typed', async () => {
    const user = await type('@jo')
    expect(screen.getByRole('option', { name: /Jonas/ })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard(' is away')
    expect(screen.getByLabelText('Your answer')).toHaveValue('@jo is away')
  })

  it('makes a new line at Enter and sends nothing', async () => {
    await type('one{Enter}two')
    expect(screen.getByLabelText('Your answer')).toHaveValue('one\ntwo')
    expect(sent).not.toHaveBeenCalled()
  })

  it('cannot send nothing', async () => {
    await type('   {Control>}{Enter}{/Control}')
    expect(sent).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
  })

  it('picks with the pointer without losing the focus', async () => {
    const user = await type('@jo')
    await user.pointer({ keys: '[MouseLeft]', target: screen.getByRole('option', { name: /Jonas/ }) })
    expect(screen.getByLabelText('Your answer')).toHaveValue(`@${jonas?.name} `)
  })
})
