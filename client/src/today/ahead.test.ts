import { memberId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { ahead, partOf } from './ahead.ts'

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
    expect(ahead([theirs, mine], me, now)).toEqual({ live: [], next: [mine] })
  })

  it('is first a nearer meeting in which I do something else', () => {
    const presenting = meeting('scheduled', now + 2 * DAY, other, me)
    const further = meeting('scheduled', now + 9 * DAY, other, me)
    expect(ahead([theirs, mine, presenting], me, now)).toEqual({ live: [], next: [presenting, mine] })
    expect(ahead([further, mine], me, now).next).toEqual([mine])
    expect(ahead([theirs, further], me, now).next).toEqual([further])
  })

  it('is the next meeting, unlit, when nothing is mine to lead', () => {
    expect(ahead([theirs], me, now)).toEqual({ live: [], next: [theirs] })
  })

  it('begins with what is live', () => {
    const live = meeting('live', now - HOUR, other)
    expect(ahead([theirs, live], me, now)).toMatchObject({ live: [live], next: [theirs] })
  })

  it('forgets a meeting that nobody started for half a day', () => {
    expect(ahead([meeting('scheduled', now - DAY, me)], me, now).next).toEqual([])
  })

  it('says what the reader does in a meeting, and nothing of somebody who is not known yet', () => {
    expect(partOf(meeting('scheduled', now, me, me), me)).toBe('lead')
    expect(partOf(meeting('scheduled', now, other, me), me)).toBe('present')
    expect(partOf({ roles: { facilitator: other, presenter: null, 'note-taker': me } }, me)).toBe('takeNotes')
    expect(partOf(theirs, me)).toBe('next')
    expect(partOf(meeting('scheduled', now, null), undefined)).toBe('next')
  })
})
