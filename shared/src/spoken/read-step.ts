import type { MemberId } from '../kernel/id.ts'
import { readSpokenDay } from './spoken-day.ts'

/** What stands in the words of a next step besides what is to be done; `cuts` are the words that said it. */
export interface StepRead {
  readonly who: MemberId | undefined
  /** `YYYY-MM-DD` */
  readonly due: string | undefined
  /** Stretches of the text, last first, that who and due stand for. */
  readonly cuts: readonly { readonly from: number; readonly to: number }[]
}

interface Reading {
  /** The only member whom a name can mean; undefined when there is none or more than one. */
  readonly memberCalled: (name: string) => MemberId | undefined
  /** The day that it is where the circle meets; undefined where days are not to be read. */
  readonly today: string | undefined
  readonly hasOwner: boolean
  readonly hasDue: boolean
}

interface Owner {
  readonly who: MemberId
  readonly from: number
  readonly to: number
}

const NAME = String.raw`\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,2}`
const CALLED = new RegExp(String.raw`(?:^|[\s(])@(?<name>${NAME})`, 'gu')
const LEADING = new RegExp(String.raw`^\s*(?<name>${NAME}):\s+(?=\S)`, 'u')
const TRAILING = new RegExp(String.raw`\s+(?:--|[–—-])\s*(?<name>${NAME})\s*$`, 'u')

/**
 * Reads who takes a step and by when: "@ana" anywhere, "Ana:" in front, "— ana" behind, and a day at the end, in either
 * order. A step that has an owner or a day keeps it, and the words stay.
 */
export const readStep = (text: string, reading: Reading): StepRead => {
  const owner = reading.hasOwner ? undefined : ownerIn(text, reading)
  // "send it by friday @ana": the day is read as if the name were not there.
  const without = owner ? blanked(text, owner) : text
  const follows = owner && text.slice(owner.to).trim() !== '' ? bareDayAfter(text, owner, reading) : undefined
  const day =
    reading.hasDue || reading.today === undefined
      ? undefined
      : (follows ?? readSpokenDay(without, reading.today, owner !== undefined || reading.hasOwner))
  const last = without.trimEnd().length
  const cuts = [
    ...(day ? [{ from: day.from, to: last }] : []),
    ...(owner ? [{ from: owner.from, to: owner.to }] : []),
  ]
  const isNothingLeft = cuts.reduce((rest, cut) => blanked(rest, cut), text).trim() === ''
  if (cuts.length === 0 || isNothingLeft) return NOTHING
  return { who: owner?.who, due: day?.day, cuts: merged(cuts).map((cut) => withSpaceBefore(text, cut)) }
}

/** A step that says only who and when is not finished: its words stay. */
const NOTHING: StepRead = { who: undefined, due: undefined, cuts: [] }

const blanked = (text: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`

/** What follows a name to the end of the line needs no "by": "@ana friday". */
const bareDayAfter = (text: string, { to }: Owner, { today, hasDue }: Reading) => {
  if (today === undefined || hasDue) return undefined
  const read = readSpokenDay(`by ${text.slice(to).trim()}`, today)
  return read?.from === 0 ? { day: read.day, from: to } : undefined
}

const ownerIn = (text: string, reading: Reading): Owner | undefined => {
  for (const found of text.matchAll(CALLED)) {
    const at = text.indexOf('@', found.index)
    const owner = longestName(found.groups?.['name'] ?? '', reading)
    if (owner) return { who: owner.who, ...spaced(text, at, at + 1 + owner.length) }
  }
  const leading = LEADING.exec(text)
  const first = leading && reading.memberCalled(leading.groups?.['name'] ?? '')
  if (leading && first) return { who: first, from: 0, to: leading[0].length }
  const trailing = TRAILING.exec(text)
  const last = trailing && reading.memberCalled(trailing.groups?.['name'] ?? '')
  return trailing && last ? { who: last, from: trailing.index, to: text.length } : undefined
}

/** "@ana next friday" calls Ana: the longest run of words that is somebody's name. */
const longestName = (
  name: string,
  { memberCalled }: Reading,
): { who: MemberId; length: number } | undefined => {
  const words = name.split(' ')
  for (let count = words.length; count > 0; count--) {
    const tried = words.slice(0, count).join(' ')
    const who = memberCalled(tried) ?? memberCalled(tried.replace(/[.'’-]+$/u, ''))
    if (who) return { who, length: tried.length }
  }
  return undefined
}

/** One of the spaces around goes with a name, so that none is left over. */
const spaced = (text: string, from: number, to: number) =>
  text[to] === ' ' ? { from, to: to + 1 } : { from: text[from - 1] === ' ' ? from - 1 : from, to }

/** At the end of a line no space is left over. */
const withSpaceBefore = (text: string, { from, to }: StepRead['cuts'][number]) =>
  text.slice(to).trim() === ''
    ? { from: text.slice(0, from).trimEnd().length, to: text.length }
    : { from, to }

/** Last first, those that touch or overlap as one. */
const merged = (cuts: StepRead['cuts']): StepRead['cuts'] => {
  const sorted = cuts.toSorted((a, b) => b.from - a.from)
  const [later, earlier] = sorted
  if (!later || !earlier || earlier.to < later.from) return sorted
  return [{ from: earlier.from, to: Math.max(later.to, earlier.to) }]
}
