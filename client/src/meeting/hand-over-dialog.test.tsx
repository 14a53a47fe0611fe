import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { hana, jonas, logOf, priya, roomOf, show, speakEnglish, started } from './sample-room.tsx'

beforeAll(speakEnglish)

const roles = [{ role: 'facilitator', name: null }] as const
const named = { type: 'co-facilitator-named', to: hana } as const

const open = (...told: (typeof named)[]) => {
  const mutate = vi.fn<(run: unknown) => void>()
  const room = roomOf(logOf(...started, ...told), {}, { mutate })
  show(<HandOverDialog room={room} onClose={() => {}} />, roles)
  return { mutate, user: userEvent.setup() }
}

const choose = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(screen.getByRole('radio', { name: 'Leading together' }))
  await user.click(screen.getByRole('combobox', { name: 'To whom' }))
  await user.click(await screen.findByRole('option', { name }))
  await user.click(screen.getByRole('button', { name: 'Hand over' }))
}

describe('leading together', () => {
  it('is given to somebody, but not to whoever leads already', async () => {
    const { mutate, user } = open()
    await user.click(screen.getByRole('radio', { name: 'Leading together' }))
    expect(screen.getByRole('button', { name: 'Hand over' })).toBeDisabled()
    await user.click(screen.getByRole('combobox', { name: 'To whom' }))
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
    expect(offered).toEqual(['Jonas Weber', 'Hana Sato'])
    await choose(user, 'Jonas Weber')
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'co-facilitator', from: null, to: jonas })
  })

  it('is taken back, from whom it was seen with', async () => {
    const { mutate, user } = open(named)
    await choose(user, 'Nobody, the facilitator leads alone')
    expect(mutate.mock.calls[0]?.[0]).toEqual({ do: 'co-facilitator', from: hana, to: null })
  })

  it('is not given by anybody else', () => {
    const room = roomOf(logOf(...started), { onlooker: { me: jonas, seated: new Set([priya, jonas]) } })
    show(<HandOverDialog room={room} onClose={() => {}} />, roles)
    expect(screen.queryByRole('radio', { name: 'Leading together' })).toBeNull()
  })
})
