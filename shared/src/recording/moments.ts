import type { Instant } from '../kernel/time.ts'

/** When a recording begins: as somebody said, or with its meeting. */
export const beginningOf = (
  { startsAt }: { readonly startsAt: Instant | null },
  meetingStartedAt: Instant,
): Instant => startsAt ?? meetingStartedAt

/** Where in a recording an instant is, in milliseconds; its beginning for what was before. */
export const placeOf = (at: Instant, beginning: Instant): number => Math.max(0, at - beginning)

/** The last of the moments that had come by then, or the first one; undefined where there are none. They may be in any order. */
export const nearest = <T extends { readonly at: Instant }>(
  moments: readonly T[],
  at: Instant,
): T | undefined => {
  const inTime = moments.toSorted((a, b) => a.at - b.at)
  return inTime.findLast((moment) => moment.at <= at) ?? inTime[0]
}

/** The number of the cue that is heard at a place, or was heard last; -1 before the first. Cues are in the order of time. */
export const cueAt = (cues: readonly { readonly start: number }[], place: number): number => {
  let [low, high] = [0, cues.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
