import { describe, expect, it } from 'vitest'
import { changeOf, together } from './together.ts'

const before = {
  name: 'Code readers',
  purpose: 'To read strange code.',
  visibility: 'open',
  timeZone: 'Europe/Berlin',
  seatLimit: null,
} as const

describe('two hosts at once', () => {
  it('shows the other’s word where I said nothing', () => {
    const theirs = { ...before, purpose: 'To read one piece of code a week.' }
    expect(together(before, before, theirs)).toEqual({ values: theirs, contested: [] })
  })

  it('keeps mine where I wrote, and says where both did', () => {
    const mine = { ...before, name: 'Reading circle', purpose: 'Mine' }
    const theirs = { ...before, purpose: 'Theirs', timeZone: 'Asia/Tokyo', seatLimit: 6 }
    expect(together(before, mine, theirs)).toEqual({
      values: { ...mine, timeZone: 'Asia/Tokyo', seatLimit: 6 },
      contested: ['purpose'],
    })
  })

  it('has nothing to say where both said the same, or where what I saved comes back', () => {
    const mine = { ...before, name: 'Reading circle ' }
    expect(together(before, mine, { ...before, name: 'Reading circle' }).contested).toEqual([])
  })
})

describe('what is saved', () => {
  it('is only what differs from how it stands now', () => {
    expect(changeOf(before, { ...before, purpose: 'Theirs' })).toEqual({
      change: { purpose: 'Theirs' },
      from: { purpose: before.purpose },
    })
    expect(changeOf(before, { ...before, seatLimit: 6 })).toEqual({
      change: { seatLimit: 6 },
      from: { seatLimit: null },
    })
    expect(changeOf(before, { ...before, name: ' Code readers ' })).toBeUndefined()
  })
})
