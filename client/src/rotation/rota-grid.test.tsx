import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  cell,
  circle,
  hana,
  leyla,
  meeting,
  offered,
  priya,
  rotation,
  showRota,
  speakEnglish,
} from './sample-rota.tsx'

const sent = vi.fn<(address: string, body: unknown) => void>()

/** Answers every command with yes, or once with a refusal. */
let refusal: object | undefined

vi.setConfig({ testTimeout: 20_000 })
beforeAll(speakEnglish)
beforeEach(() => {
  sent.mockReset()
  refusal = undefined
  vi.stubGlobal('fetch', async (address: string, { body, method }: RequestInit = {}) => {
    if (method === 'GET') return Response.json(rotation)
    sent(address, body === undefined ? undefined : JSON.parse(String(body)))
    if (refusal !== undefined) return Response.json(refusal, { status: 409 })
    return address.endsWith('/swaps')
      ? Response.json({ swapId: '00000003-0000-4000-8000-000000000001' })
      : new Response(null, { status: 204 })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/* By selector rather than by role: a tree of roles for the whole screen is dear, and the journey asks for them. */
const cellIn = (row: number, column: number): Promise<HTMLElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    if (found === null) throw new Error(`There is no cell ${row}, ${column}.`)
    return found
  })
const stopInGrid = async () => {
  await cellIn(0, 1)
  act(() => document.querySelector<HTMLElement>('.rota [tabindex="0"]')?.focus())
}

describe('the table of turns', () => {
  it('says who, and describes why', async () => {
    showRota()
    expect(await cellIn(0, 1)).toHaveTextContent('You')
    expect(await cellIn(1, 1)).toHaveTextContent('Jonas')
    expect(await cellIn(1, 1)).toHaveAccessibleDescription(/Jonas led longest ago/)
    expect(await cellIn(3, 2)).toHaveTextContent('Nobody yet')
    expect(screen.getByRole('row', { name: /Away: Jonas/ })).toBeInTheDocument()
  })

  it('is one stop of the Tab key and is walked by arrows', async () => {
    showRota()
    const first = await cellIn(0, 1)
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1)
    act(() => first.focus())
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    expect(await cellIn(1, 2)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    expect(await cellIn(1, 0)).toHaveFocus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    expect(await cellIn(3, 2)).toHaveFocus()
  })

  it('opens what can be done by Enter, and accepts what was seen', async () => {
    showRota()
    await stopInGrid()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Accept this turn' }))
    expect(sent).toHaveBeenCalledWith(expect.stringMatching(/turns\/facilitator\/accept$/), {
      seen: { memberId: priya, version: 0 },
    })
    expect(await screen.findByText(/^Accepted: Facilitator on/)).toBeInTheDocument()
  })

  it('swaps by keys alone: pick up, arrows, Enter', async () => {
    showRota()
    await stopInGrid()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Swap with…' }))
    expect(screen.getByText(/Choose whose turn you take for yours/)).toBeInTheDocument()
    await stopInGrid()
    await userEvent.keyboard('{ArrowDown}')
    expect(await cellIn(1, 1)).toHaveAccessibleDescription(/Offer Jonas your .* for/)
    await userEvent.keyboard('{Enter}')
    expect(sent).toHaveBeenCalledWith(expect.stringMatching(/\/swaps$/), {
      give: expect.objectContaining({ role: 'facilitator', seen: { memberId: priya, version: 0 } }),
      take: expect.objectContaining({ role: 'facilitator', seen: expect.objectContaining({ version: 0 }) }),
    })
    expect(await screen.findByText('Offered to Jonas. It waits for their answer.')).toBeInTheDocument()
    expect(screen.queryByText(/Choose whose turn/)).not.toBeInTheDocument()
  })

  it('says why a turn cannot be taken, and Escape lets go', async () => {
    const away = rotation.meetings.map((one, row) => (row === 0 ? { ...one, away: [hana] } : one))
    showRota({ ...rotation, meetings: away })
    await userEvent.click(await cellIn(0, 1))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Swap with…' }))
    expect(await cellIn(3, 1)).toHaveAccessibleDescription(/Hana is away on/)
    expect(await cellIn(3, 1)).toHaveAttribute('data-target', 'no')
    const focused = await cellIn(2, 1)
    act(() => focused.focus())
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByText(/Choose whose turn/)).not.toBeInTheDocument()
    expect(screen.getByText('Let go. Nothing changed.')).toBeInTheDocument()
    expect(sent).not.toHaveBeenCalled()
  })

  it('offers others a turn of mine, and to take it over while it is only proposed', async () => {
    showRota()
    await userEvent.click(await cellIn(1, 1))
    expect(await screen.findByRole('menuitem', { name: 'Take it myself' })).toBeInTheDocument()
    expect(screen.getByRole('menuitem', { name: /Offer my .* for it/ })).toBeInTheDocument()
    expect(screen.queryByRole('menuitem', { name: /Name somebody/ })).not.toBeInTheDocument()
  })

  it('lets a host name somebody, who is not away', async () => {
    showRota(rotation, { ...circle, standing: 'host' })
    await userEvent.click(await cellIn(2, 1))
    expect(await screen.findByRole('menuitem', { name: 'Name somebody…' })).toBeInTheDocument()
    expect(screen.getByRole('menuitem', { name: 'Let Leyla skip once' })).toBeInTheDocument()
  })
})

describe('two people at one turn', () => {
  it('tells the later one who was faster, and keeps the turn in their hand', async () => {
    const { see } = showRota()
    await userEvent.click(await cellIn(0, 1))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Swap with…' }))
    refusal = { code: 'conflict', reason: 'rotation.turn-moved', detail: 'The turn moved.' }
    await userEvent.click(await cellIn(1, 1))
    const taken = rotation.meetings.map((one, row) =>
      row === 1
        ? meeting(1, [
            cell('facilitator', leyla, {
              version: 1,
              decidedBy: leyla,
              state: 'volunteered',
              reason: { kind: 'volunteered' },
            }),
            cell('note-taker', hana),
          ])
        : one,
    )
    act(() => see({ ...rotation, meetings: taken }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/^Leyla Demir was faster. Facilitator on .*: now Leyla/)
    expect(alert).toHaveTextContent('You still carry your turn.')
    refusal = undefined
    await userEvent.click(await cellIn(3, 1))
    expect(await screen.findByText(/Offered to Hana/)).toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('keeps what a host had chosen, and lets them decide again about what is there now', async () => {
    const { see } = showRota(rotation, { ...circle, standing: 'host' })
    await userEvent.click(await cellIn(1, 1))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Name somebody…' }))
    const choice = await screen.findByLabelText('Who takes it', { selector: 'input' })
    await userEvent.click(choice)
    await userEvent.click(await screen.findByRole('option', { name: /Hana Sato/, hidden: true }))
    refusal = { code: 'conflict', reason: 'rotation.turn-moved', detail: 'The turn moved.' }
    await userEvent.click(screen.getByText('Name them'))
    const taken = rotation.meetings.map((one, row) =>
      row === 1 ? meeting(1, [cell('facilitator', leyla, { version: 1, decidedBy: leyla })]) : one,
    )
    act(() => see({ ...rotation, meetings: taken }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Leyla Demir was faster/)
    expect(choice).toHaveValue('Hana Sato')
    refusal = undefined
    await userEvent.click(screen.getByText('Name them'))
    expect(sent).toHaveBeenLastCalledWith(expect.stringMatching(/assign$/), {
      seen: { memberId: leyla, version: 1 },
      memberId: hana,
    })
  })

  it('tells what others changed meanwhile', async () => {
    const { see } = showRota()
    await cellIn(0, 1)
    const changed = rotation.meetings.map((one, row) =>
      row === 3 ? meeting(3, [cell('facilitator', hana), cell('note-taker', leyla, { version: 1 })]) : one,
    )
    act(() => see({ ...rotation, meetings: changed }))
    expect(screen.getByRole('log')).toHaveTextContent(/^Note-taker on .*: now Leyla/)
  })
})

describe('an offer to swap', () => {
  it('waits for the other person, who can answer', async () => {
    showRota(offered(leyla, priya))
    const offers = await screen.findByRole('list', { name: 'Swaps' })
    expect(offers).toHaveTextContent(/Leyla asks you to swap.*It waits for you/)
    await userEvent.click(within(offers).getByRole('button', { name: 'Swap' }))
    expect(sent).toHaveBeenCalledWith(expect.stringMatching(/\/accept$/), { version: 1 })
  })

  it('can be taken back by who made it, and nobody else is asked', async () => {
    showRota(offered(priya, leyla))
    const offers = await screen.findByRole('list', { name: 'Swaps' })
    expect(
      within(offers)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Take it back'])
    expect(await cellIn(0, 1)).toHaveAttribute('data-pending', 'true')
    expect(await cellIn(0, 1)).toHaveTextContent('with Leyla')
  })
})
