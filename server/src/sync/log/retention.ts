/** Which superseded snapshots a compaction leaves behind: the one before, and of each day (UTC) the last. */

const dayMs = 86_400_000

type Dated = { readonly seq: number; readonly at: number }

/** Numbers of the snapshots that go when `current` takes over. `all` holds every snapshot, in any order. */
export const supersededForGood = (all: readonly Dated[], current: number): readonly number[] => {
  const older = all.filter(({ seq }) => seq < current).toSorted((a, b) => b.seq - a.seq)
  const days = new Set<number>()
  return older.flatMap(({ seq, at }, i) => {
    const day = Math.floor(at / dayMs)
    const isLastOfDay = !days.has(day)
    days.add(day)
    return i === 0 || isLastOfDay ? [] : [seq]
  })
}

/** Everything up to this number can go: the newest snapshot that was made before an instant stands for it. */
export const prunableUpTo = (all: readonly Dated[], before: number): number =>
  Math.max(0, ...all.filter(({ at }) => at < before).map(({ seq }) => seq))
