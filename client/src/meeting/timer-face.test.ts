import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { agendaOf } from '@rondo/shared/meeting/agenda.ts'
import { describe, expect, it } from 'vitest'
import { progressOf } from './progress.ts'
import { items, logOf, planned, scheduled, started, startsAt, walk } from './sample-room.tsx'
import { timerFace } from './timer-face.ts'

const at = (minutes: number) => startsAt + minutes * MINUTE
const live = planned(logOf(...started, { type: 'segment-entered', segmentId: walk, after: 7 }))

describe('the timer', () => {
  it('counts down to the agreed time, then up from it, until somebody starts', () => {
    const state = planned(logOf(scheduled))
    expect(timerFace(items, state, at(-10))).toMatchObject({ counts: 'untilStart', ms: 10 * MINUTE })
    expect(timerFace(items, state, at(2))).toMatchObject({ counts: 'pastStart', ms: 2 * MINUTE })
  })

  it('counts the current segment down and then over', () => {
    expect(timerFace(items, live, at(17))).toEqual({
      counts: 'left',
      ms: 10 * MINUTE,
      ring: { whole: 20, gone: 10 },
    })
    expect(timerFace(items, live, at(30))).toMatchObject({ counts: 'over', ms: 3 * MINUTE })
  })

  it('counts from the start when the current segment is gone or has no minutes', () => {
    expect(timerFace([], live, at(30))).toMatchObject({ counts: 'running', ms: 30 * MINUTE })
    const open = items.map((item) => ({ ...item, minutes: 0 }))
    expect(timerFace(open, live, at(8))).toMatchObject({ counts: 'running', ms: 8 * MINUTE })
  })

  it('is gone when the meeting is over', () => {
    const over = planned(logOf(...started, { type: 'wrapped', after: 30 }))
    expect(timerFace(items, over, at(31))).toBeUndefined()
  })
})

describe('the progress', () => {
  it('ends later by what was overrun, and counts what is left of the current segment', () => {
    if (live.phase !== 'live') throw new Error('The sample is live.')
    const progress = progressOf(agendaOf(items, live, at(17)), live, at(17))
    expect(progress.elapsed).toBe(17 * MINUTE)
    expect(progress.planned).toBe(35 * MINUTE)
    expect(progress.endsAt).toBe(at(37))
    expect(progress.over).toBe(2 * MINUTE)
    expect(progress.ring).toEqual([7, 20, 10])
  })

  it('of a wrapped meeting stands still', () => {
    const over = planned(logOf(...started, { type: 'wrapped', after: 30 }))
    if (over.phase !== 'wrapped') throw new Error('The sample is wrapped.')
    const progress = progressOf(agendaOf(items, over, at(99)), over, at(99))
    expect(progress.elapsed).toBe(30 * MINUTE)
    expect(progress.endsAt).toBe(at(30))
  })
})
