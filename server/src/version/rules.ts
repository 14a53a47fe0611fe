import type { MemberId, VersionId } from '@rondo/shared/kernel/id.ts'
import { coarse, DAY, HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Version } from '@rondo/shared/version/model.ts'

/** What decides how long a version is kept. */
export type Aging = Pick<Version, 'id' | 'at' | 'name' | 'reason'>

const ALL_FOR = DAY
const HOURLY_FOR = 7 * DAY
const DAILY_FOR = 90 * DAY

/**
 * The versions of one page that have had their time: all are kept for a day, then the last of each hour for a week, then the
 * last of each day for ninety days. What has a name or was kept at a wrap stays for ever, and so does the newest.
 */
export const outlived = (versions: readonly Aging[], now: Instant): VersionId[] => {
  const newestFirst = versions.toSorted((a, b) => b.at - a.at)
  const taken = new Set<string>()
  return newestFirst.filter((version, index) => index > 0 && !isKept(version, now, taken)).map(({ id }) => id)
}

const isKept = ({ at, name, reason }: Aging, now: Instant, taken: Set<string>): boolean => {
  if (name !== null || reason === 'wrapped') return true
  const age = now - at
  if (age <= ALL_FOR) return true
  if (age > DAILY_FOR) return false
  const place = age <= HOURLY_FOR ? `hour ${Math.floor(at / HOUR)}` : `day ${Math.floor(at / DAY)}`
  if (taken.has(place)) return false
  taken.add(place)
  return true
}

/** When a version is said to be from: to the moment only where somebody chose that moment and said so. */
export const toldAt = ({ at, reason }: Pick<Version, 'at' | 'reason'>): Instant =>
  reason === 'named' ? at : coarse(at)

/** Who wrote since a state vector was taken. Whoever only deleted leaves no trace in it. */
export const writersSince = (
  before: ReadonlyMap<number, number>,
  now: ReadonlyMap<number, number>,
  authors: ReadonlyMap<number, string>,
): string[] => {
  const writers = new Set<string>()
  for (const [client, clock] of now) {
    if (clock > (before.get(client) ?? 0)) writers.add(authors.get(client) ?? 'server')
  }
  return [...writers]
}

/** The members among accounts, each once and in no telling order: the server is nobody. */
export const people = (accounts: readonly string[]): MemberId[] =>
  [...new Set(accounts)].filter((account) => account !== 'server').toSorted() as MemberId[]
