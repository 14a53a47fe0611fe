import { describe, expect, it } from 'vitest'
import { actsFor } from './acts.ts'
import { datedCells } from './cells.ts'
import { cell, jonas, leyla, meeting, offered, priya, rotation } from './sample-rota.tsx'
import { swapObstacle } from './swap-target.ts'

const [mine, notes, theirs] = datedCells(rotation)
if (mine === undefined || notes === undefined || theirs === undefined)
  throw new Error('Three turns are needed.')
const asMember = { me: priya, standing: 'member' } as const
const asHost = { me: priya, standing: 'host' } as const
const withState = (state: Parameters<typeof cell>[2]) =>
  datedCells({ meetings: [meeting(1, [cell('facilitator', jonas, state)])] })[0] ?? theirs

describe('what can be done with a turn', () => {
  it('is to answer and to swap for whose turn it is', () => {
    expect(actsFor(mine, asMember)).toEqual(['accept', 'swap', 'decline'])
  })

  it('is to skip rather than to decline while the meeting is far', () => {
    const far = { ...mine, meeting: { ...mine.meeting, isSettled: false } }
    expect(actsFor(far, asMember)).toEqual(['accept', 'swap', 'skip'])
  })

  it('is to volunteer for others, as long as nobody said yes', () => {
    expect(actsFor(theirs, asMember)).toEqual(['volunteer'])
    expect(actsFor(withState({ state: 'accepted', decidedBy: jonas }), asMember)).toEqual([])
    expect(actsFor(withState({ state: 'left-open', decidedBy: jonas }), asMember)).toEqual(['volunteer'])
  })

  it('is more for a host, and a swap is not theirs to release', () => {
    expect(actsFor(withState({ state: 'accepted', decidedBy: jonas }), asHost)).toEqual([
      'assign',
      'skip',
      'release',
    ])
    expect(actsFor(withState({ state: 'swapped', decidedBy: jonas }), asHost)).toEqual(['assign', 'skip'])
  })

  it('is nothing for onlookers', () => {
    expect(actsFor(mine, { me: priya, standing: 'none' })).toEqual([])
  })
})

describe('what a turn can be swapped for', () => {
  it('is another person’s turn', () => {
    expect(swapObstacle(mine, theirs)).toBeNull()
    expect(swapObstacle(mine, notes)).toBeNull()
    expect(swapObstacle(mine, mine)).toBe('self')
  })

  it('is none that lies in another offer, and none of somebody who would be away', () => {
    const [first, , , , third] = datedCells(offered(leyla, priya))
    if (first === undefined || third === undefined) throw new Error('Two turns are needed.')
    expect(swapObstacle(third, first)).toBe('offered')
    const awayThen = { ...mine, meeting: { ...mine.meeting, away: [jonas] } }
    expect(swapObstacle(awayThen, theirs)).toBe('they-away')
    const iAmAway = { ...theirs, meeting: { ...theirs.meeting, away: [priya] } }
    expect(swapObstacle(mine, iAmAway)).toBe('you-away')
  })
})
