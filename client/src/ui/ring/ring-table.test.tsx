import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Seat } from './ring-seat.tsx'
import { RingTable } from './ring-table.tsx'
import { nearestTurn } from './travel.ts'

const seats: Seat[] = [
  { id: 'p', name: 'Priya Raman', colour: 1 },
  { id: 'j', name: 'Jonas Weber', colour: 3, why: 'last led 9 weeks ago' },
  { id: 'w', name: 'Wanjiru', colour: 2, state: 'away' },
]

describe('the table', () => {
  it('is one picture with a sentence while seats do not act', () => {
    render(<RingTable seats={seats} lit={0} next={1} label="You lead Thursday, then Jonas." />)
    expect(screen.getByRole('img', { name: 'You lead Thursday, then Jonas.' })).toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(document.querySelector('[data-initials="PR"]')).toBeInTheDocument()
  })

  it('makes seats buttons in reading order, each with its reason, where they act', async () => {
    const asked = vi.fn<(seat: Seat) => void>()
    render(<RingTable seats={seats} lit={0} label="Who leads next" onSeat={asked} />)
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
    expect(names).toEqual(['Priya Raman', 'Jonas Weber: last led 9 weeks ago', 'Wanjiru'])
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(asked).toHaveBeenCalledWith(seats[1])
  })

  it('shows plain seats without initials when it is small', () => {
    render(<RingTable seats={seats} lit={0} size={100} label="Small" />)
    expect(document.querySelector('[data-initials="PR"]')).not.toBeInTheDocument()
  })

  it('takes the light the short way from the last seat to the first', () => {
    expect(nearestTurn(300, 0)).toBe(360)
    expect(nearestTurn(0, 300)).toBe(-60)
    expect(nearestTurn(360, 60)).toBe(420)
  })
})
