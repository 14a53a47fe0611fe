import type { ServerName } from '../servers/server.ts'
import type { Goal, Rounds, Verdict } from './figure.ts'
import { median } from './quantile.ts'
import { digits, spread } from './wording.ts'

/** Servers that keep documents of Yjs. */
const yjsPeers: readonly ServerName[] = ['y-websocket-server', 'hocuspocus']
const everyone: readonly ServerName[] = ['relay', ...yjsPeers]
const titles: Record<ServerName, string> = {
  rondo: 'ours',
  relay: 'the relay',
  'y-websocket-server': 'y-websocket-server',
  hocuspocus: 'Hocuspocus',
}

type Better = 'less' | 'more'

/** Of those that were measured, the one that did best. */
const bestOf = (rounds: Rounds, names: readonly ServerName[], better: Better): ServerName | undefined =>
  names
    .filter((name) => (rounds.get(name) ?? []).length > 0)
    .toSorted((a, b) => {
      const difference = median(rounds.get(a) ?? []) - median(rounds.get(b) ?? [])
      return better === 'less' ? difference : -difference
    })[0]

/** Ours by theirs, round by round, so that what befell a whole round cancels out. */
const ratios = (rounds: Rounds, other: ServerName): number[] => {
  const theirs = rounds.get(other) ?? []
  return (rounds.get('rondo') ?? []).map((ours, round) => ours / (theirs[round] ?? Number.NaN))
}

const against =
  (names: readonly ServerName[], better: Better, factor: number): Goal =>
  (rounds) => {
    const other = bestOf(rounds, names, better)
    if (other === undefined || !rounds.has('rondo')) return undefined
    const all = ratios(rounds, other).filter((value) => Number.isFinite(value))
    if (all.length === 0) return undefined
    const ratio = median(all)
    const isMet = better === 'less' ? ratio <= factor : ratio > factor
    const wanted = `${better === 'less' ? 'at most' : 'above'} ${factor.toFixed(2)}`
    return verdict(isMet, `${spread(all, (value) => value.toFixed(2))} × ${titles[other]}`, wanted)
  }

const verdict = (isMet: boolean, reached: string, wanted: string): Verdict => ({
  isMet,
  text: `${reached}; wanted ${wanted}: ${isMet ? 'met' : 'missed'}`,
})

/** At most so many times what the relay needs. */
export const ofRelay = (factor: number): Goal => against(['relay'], 'less', factor)

/** At most so many times what the better server of Yjs documents needs. */
export const ofBestYjs = (factor: number): Goal => against(yjsPeers, 'less', factor)

export const moreThanRelay: Goal = against(['relay'], 'more', 1)

export const moreThanEveryone: Goal = against(everyone, 'more', 1)

/** At most so much, whatever others do. */
export const atMost =
  (most: number, unit: string): Goal =>
  (rounds) => {
    const ours = rounds.get('rondo')
    if (ours === undefined) return undefined
    const worst = Math.max(...ours)
    return verdict(worst <= most, `at worst ${digits(worst)}${unit}`, `at most ${digits(most)}${unit}`)
  }

/** At least so much, whatever others do. */
export const atLeast =
  (least: number, unit: string): Goal =>
  (rounds) => {
    const ours = rounds.get('rondo')
    if (ours === undefined) return undefined
    const worst = Math.min(...ours)
    return verdict(worst >= least, `at worst ${digits(worst)}${unit}`, `at least ${digits(least)}${unit}`)
  }
