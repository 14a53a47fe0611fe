/**
 * Crashes a server under load, again and again, and looks each time for edits it had confirmed.
 *
 * What this proves: an acknowledged edit survives the death of the process at any moment. What it does not: that it
 * survives the machine. After `kill -9` the operating system still writes what it had in its cache, so a server that never
 * waited for the disk would pass; see power-cut.ts for that.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Count, Crowd } from './crowd.ts'
import { dice } from './dice.ts'
import type { SyncHost, Target } from './target.ts'

/** How hard to crash. */
export type CrashOptions = {
  readonly kills: number
  readonly seed: number
  readonly writersPerDocument?: number
  /** Pause of each writer between two edits. */
  readonly everyMs?: number
  /** The server lives this long under load, up to twice. */
  readonly livesMs?: number
  /** Whether to wait at the end until all is well; what is known to be broken never is. */
  readonly heals?: boolean
}

/** What was found. */
export type CrashReport = Count & {
  readonly kills: number
  /** Acknowledged edits that were not there after a restart, each counted at every look. */
  readonly lost: number
  /** Whether at the end all writers and the server had the same text, with every token in it exactly once. */
  readonly converged: boolean
}

type Load = {
  readonly everyMs: number
  readonly writersPerDocument: number
  readonly deaths: number
  readonly heals: boolean
}

/** Lets a crowd write until `die` ended the server, so often; looks each time; heals at the end. */
const crashAgain = async (
  target: Target,
  { deaths, everyMs, writersPerDocument, heals }: Load,
  die: (death: number) => Promise<void>,
): Promise<CrashReport> => {
  await target.start()
  const crowd = new Crowd(target, writersPerDocument)
  let lost = 0
  for (let death = 0; death < deaths; death++) {
    await crowd.connect()
    crowd.typeEvery(everyMs)
    await die(death)
    crowd.disconnect()
    await target.start()
    lost += await crowd.lost()
  }
  if (heals) await crowd.connect()
  const converged = heals && (await crowd.converges())
  crowd.disconnect()
  await target.kill()
  return { kills: deaths, ...crowd.count, lost, converged }
}

/** Kills it at random. The target is started here and left dead. */
export const crash = (target: Target, options: CrashOptions): Promise<CrashReport> => {
  const { kills, seed, writersPerDocument = 3, everyMs = 5, livesMs = 200, heals = true } = options
  const random = dice(seed)
  return crashAgain(target, { deaths: kills, everyMs, writersPerDocument, heals }, async () => {
    await wait(livesMs * (1 + random()))
    await target.kill()
  })
}

/** Lets it die at each of some moments, after that moment came up to `atMost` times. */
export const crashAt = (
  target: SyncHost,
  moments: readonly string[],
  { seed, atMost = 5, heals = true }: Pick<CrashOptions, 'seed' | 'heals'> & { readonly atMost?: number },
): Promise<CrashReport> => {
  const random = dice(seed)
  const load = { deaths: moments.length, everyMs: 5, writersPerDocument: 3, heals }
  return crashAgain(target, load, async (death) => {
    target.arm(moments[death] ?? '', 1 + Math.floor(random() * atMost))
    await target.died()
  })
}
