import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { logOf, roomOf, show, speakEnglish, started } from './sample-room.tsx'
import { WrapDialog } from './wrap-dialog.tsx'

beforeAll(speakEnglish)

describe('wrapping up', () => {
  it('names the missing next step, and wraps up all the same when asked to', async () => {
    const mutate = vi.fn<(command: object) => void>()
    show(
      <WrapDialog room={roomOf(logOf(...started), { caughtNext: false }, { mutate })} onClose={() => {}} />,
    )
    expect(screen.getByRole('dialog', { name: 'No next step was caught. Wrap up anyway?' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Wrap up' }))
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'wrap' })
  })

  it('asks once and plainly where a next step was caught', async () => {
    const onClose = vi.fn<() => void>()
    show(<WrapDialog room={roomOf(logOf(...started))} onClose={onClose} />)
    expect(screen.getByRole('dialog', { name: 'Wrap up the meeting?' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Not yet' }))
    expect(onClose).toHaveBeenCalled()
  })
})
