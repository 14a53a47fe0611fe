import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { logOf, roomOf, show, speakEnglish, started } from './sample-room.tsx'
import { WrapDialog } from './wrap-dialog.tsx'

beforeAll(speakEnglish)

describe('wrapping up', () => {
  it('asks about the missing next step, and keeps the answer that there is none', async () => {
    const mutate = vi.fn<(command: object) => void>()
    show(
      <WrapDialog room={roomOf(logOf(...started), { caughtNext: false }, { mutate })} onClose={() => {}} />,
    )
    expect(screen.getByRole('dialog', { name: 'No next step was caught. Is there none?' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'There is none, wrap up' }))
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'wrap', noNextStep: true })
  })

  it('says nothing about next steps where one was caught', async () => {
    const mutate = vi.fn<(command: object) => void>()
    show(<WrapDialog room={roomOf(logOf(...started), {}, { mutate })} onClose={() => {}} />)
    await userEvent.click(screen.getByRole('button', { name: 'Wrap up' }))
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'wrap', noNextStep: false })
  })

  it('asks once and plainly where a next step was caught', async () => {
    const onClose = vi.fn<() => void>()
    show(<WrapDialog room={roomOf(logOf(...started))} onClose={onClose} />)
    expect(screen.getByRole('dialog', { name: 'Wrap up the meeting?' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Not yet' }))
    expect(onClose).toHaveBeenCalled()
  })
})
