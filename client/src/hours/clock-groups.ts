import type { Strain, View } from '@rondo/shared/hours/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'

/** People whose clocks show the same, and whom a time costs the same. */
export interface ClockGroup {
  readonly day: string
  readonly time: string
  readonly strain: Strain
  readonly memberIds: readonly MemberId[]
}

/** Everybody's clocks from west to east, those that agree as one. */
export const clockGroups = (views: readonly View[]): ClockGroup[] => {
  const groups = new Map<string, { day: string; time: string; strain: Strain; memberIds: MemberId[] }>()
  for (const { memberId, day, time, strain } of views) {
    const key = `${day} ${time} ${strain}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { day, time, strain, memberIds: [memberId] })
    else group.memberIds.push(memberId)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** How many people a time costs something, by what it is for them. */
export const countsOf = (views: readonly View[]): readonly (readonly [Strain, number])[] =>
  (['night', 'day-off', 'edge'] as const)
    .map((strain) => [strain, views.filter((view) => view.strain === strain).length] as const)
    .filter(([, count]) => count > 0)
