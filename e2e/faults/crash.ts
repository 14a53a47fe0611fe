/**
 * Crashes a server under load, again and again, and looks each time for edits it had confirmed.
 *
 * What this proves: an acknowledged edit survives the death of the process at any moment. What it does not: that it
 * survives the machine. After `kill -9` the operating system still writes what it had in its cache, so a server that never
 * waited for the disk would pass. That it waits is asserted when it opens the log (`synchronous=FULL`, read back).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Journal } from './journal.ts'
import type { Target } from './target.ts'
import { readFresh, Writer } from './writer.ts'

/** How hard to crash. */
export type CrashOptions = {
  readonly kills: number
  readonly seed: number
  readonly writersPerDocument?: number
  /** Pause of each writer between two edits. */
  readonly everyMs?: number
  /** The server lives this long under load, up to twice. */
  readonly livesMs?: number
}

/** What was found. */
export type CrashReport = {
  readonly kills: number
  readonly written: number
  readonly acknowledged: number
  /** Acknowledged edits that were not there after a restart, each counted at every look. */
  readonly lost: number
  /** Connections that the server refused. */
  readonly refused: number
  /** Whether at the end all writers and the server had the same text, with every token in it exactly once. */
  readonly converged: boolean
}

/** Repeatable randomness: the seed is printed with every result. */
const dice = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Group = { readonly documentId: string; readonly journal: Journal; readonly writers: readonly Writer[] }

const lostIn = async (target: Target, { documentId, journal }: Group): Promise<number> => {
  const text = await readFresh({ origin: target.origin, documentId, cookie: target.cookieOf(0) })
  return journal.missingFrom(text).length
}

/** Connects everybody and answers how many were refused. */
const connectAll = async (target: Target, groups: readonly Group[]): Promise<number> => {
  const { origin } = target
  const outcomes = await Promise.allSettled(
    groups.flatMap(({ documentId, writers }) =>
      writers.map((writer, i) => writer.connect({ origin, documentId, cookie: target.cookieOf(i) })),
    ),
  )
  return outcomes.filter(({ status }) => status === 'rejected').length
}

/** A token is all that its paragraph says; the ids of other blocks may look like one. */
const token = /(?<=>)c\d+-\d+(?=<)/g

const heal = async (target: Target, groups: readonly Group[]): Promise<boolean> => {
  await connectAll(target, groups)
  const writers = groups.flatMap((group) => group.writers)
  const isHealed = (): boolean =>
    writers.every(({ isDone }) => isDone) &&
    groups.every((group) => new Set(group.writers.map(({ text }) => text)).size === 1)
  for (let i = 0; i < 200 && !isHealed(); i++) await wait(25)
  const texts = await Promise.all(
    groups.map(({ documentId }) =>
      readFresh({ origin: target.origin, documentId, cookie: target.cookieOf(0) }),
    ),
  )
  const tokensOnce = groups.every(({ journal }, i) => {
    const found = texts[i]?.match(token) ?? []
    return found.length === new Set(found).size && journal.written.length === found.length
  })
  return isHealed() && tokensOnce && groups.every((group, i) => group.writers[0]?.text === texts[i])
}

/** Runs it all. The target is started here and left dead. */
export const crash = async (target: Target, options: CrashOptions): Promise<CrashReport> => {
  const { kills, seed, writersPerDocument = 3, everyMs = 5, livesMs = 200 } = options
  const random = dice(seed)
  await target.start()
  const groups: readonly Group[] = target.documents.map((documentId, d) => {
    const journal = new Journal()
    const writers = Array.from(
      { length: writersPerDocument },
      (_, w) => new Writer(`c${d * writersPerDocument + w}`, journal),
    )
    return { documentId, journal, writers }
  })
  const writers = groups.flatMap((group) => group.writers)
  let lost = 0
  let refused = 0
  for (let i = 0; i < kills; i++) {
    refused += await connectAll(target, groups)
    for (const writer of writers) writer.typeEvery(everyMs)
    await wait(livesMs * (1 + random()))
    await target.kill()
    for (const writer of writers) writer.disconnect()
    await target.start()
    for (const group of groups) lost += await lostIn(target, group)
  }
  const converged = await heal(target, groups)
  for (const writer of writers) writer.disconnect()
  await target.kill()
  const count = (of: (journal: Journal) => readonly string[]): number =>
    groups.reduce((sum, { journal }) => sum + of(journal).length, 0)
  return {
    kills,
    written: count((journal) => journal.written),
    acknowledged: count((journal) => journal.acknowledgedTokens),
    lost,
    refused,
    converged,
  }
}
