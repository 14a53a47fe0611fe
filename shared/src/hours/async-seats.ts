import { FAIR } from './sums.ts'

/**
 * For everybody the meetings at which an asynchronous seat is proposed (SPEC H17), from everybody's pain in each
 * meeting. Whoever is spared stays above the least sum, for no meeting hurts more than the fair difference.
 */
export const spared = (pains: readonly (readonly number[])[]): ReadonlySet<number>[] => {
  const sums = pains.map((own) => own.reduce((sum, pain) => sum + pain, 0))
  const limit = Math.min(...sums) + FAIR
  return pains.map((own, who) => {
    const seats = new Set<number>()
    let sum = sums[who] ?? 0
    for (const { pain, meeting } of worstFirst(own)) {
      if (sum <= limit) break
      seats.add(meeting)
      sum -= pain
    }
    return seats
  })
}

const worstFirst = (own: readonly number[]) =>
  own.map((pain, meeting) => ({ pain, meeting })).toSorted((a, b) => b.pain - a.pain || a.meeting - b.meeting)
