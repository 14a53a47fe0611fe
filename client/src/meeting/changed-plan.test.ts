import { HOUR } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { changedPlan } from './changed-plan.ts'

/** Thursday 26 November 2026, 17:00:30 in Berlin. */
const startsAt = Date.UTC(2026, 10, 26, 16, 0, 30)
const plan = { title: 'How Redis forgets', startsAt, timeZone: 'Europe/Berlin' }
const same = { title: plan.title, day: '2026-11-26', time: '17:00' }

describe('a changed plan', () => {
  it('is no change where everything stands as it stood, to the second', () => {
    expect(changedPlan(plan, same)).toBeUndefined()
    expect(changedPlan(plan, { ...same, title: ` ${plan.title} ` })).toBeUndefined()
  })

  it('says only what was touched', () => {
    expect(changedPlan(plan, { ...same, title: 'How Redis remembers' })).toEqual({
      title: 'How Redis remembers',
      from: { title: plan.title },
    })
    expect(changedPlan(plan, { ...same, time: '18:00' })).toEqual({
      startsAt: startsAt - 30_000 + HOUR,
      from: { startsAt },
    })
  })

  it('means the clock of the circle, also across a change of clocks', () => {
    const moved = changedPlan(plan, { ...same, day: '2027-06-24' })
    expect(moved).toMatchObject({ startsAt: Date.UTC(2027, 5, 24, 15) })
  })
})
