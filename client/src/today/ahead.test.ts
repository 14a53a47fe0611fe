import { memberId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { ahead } from './ahead.ts'

const now = Date.UTC(2026, 10, 22, 12)
const me = memberId.parse('10000000-0000-4000-8000-000000000000')
const other = memberId.parse('20000000-0000-4000-8000-000000000000')
const meeting = (
  phase: 'scheduled' | 'live',
  startsAt: number,
  facilitator: typeof me | null,
  presenter: typeof me | null = null,
) => ({ phase, startsAt, roles: { facilitator, presenter, 'note-taker': null } })

describe('what stands on top of today', () => {
  const theirs = meeting('scheduled', now + DAY, other)
  const mine = meeting('scheduled', now + 8 * DAY, me)

  it('is what I lead next, even when somebody else leads sooner', () => {
    expect(ahead([theirs, mine], me, now)).toEqual({ live: [], next: [mine], mine })
  })

  it('is first a nearer meeting in which I do something else', () => {
    const presenting = meeting('scheduled', now + 2 * DAY, other, me)
    const further = meeting('scheduled', now + 9 * DAY, other, me)
    expect(ahead([theirs, mine, presenting], me, now)).toEqual({ live: [], next: [presenting, mine], mine })
    expect(ahead([further, mine], me, now).next).toEqual([mine])
    expect(ahead([theirs, further], me, now).next).toEqual([further])
  })

  it('is the next meeting, unlit, when nothing is mine to lead', () => {
    expect(ahead([theirs], me, now)).toEqual({ live: [], next: [theirs], mine: undefined })
  })

  it('begins with what is live', () => {
    const live = meeting('live', now - HOUR, other)
    expect(ahead([theirs, live], me, now)).toMatchObject({ live: [live], next: [theirs] })
  })

  it('forgets a meeting that nobody started for half a day', () => {
    expect(ahead([meeting('scheduled', now - DAY, me)], me, now).next).toEqual([])
  })

  it('leads nothing for somebody who is not known yet', () => {
    expect(ahead([meeting('scheduled', now + DAY, null)], undefined, now).mine).toBeUndefined()
  })
})
