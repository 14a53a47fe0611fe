/**
 * Cuts the power of a machine, so to speak: records what a server under load does to its files, and builds the disk as it
 * would be had the power gone at some instant. Every edit that a client had been told to be safe by then must be there.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Crowd } from './crowd.ts'
import { dice } from './dice.ts'
import { type DiskCall, readDiskRecord, recordedCalls } from './disk-record.ts'
import { keptFiles } from './kept-files.ts'
import { Looker } from './looker.ts'
import { afterPowerCut } from './lost-power.ts'
import { SyncHost } from './target.ts'

/** How often the power is cut, and what is broken on purpose. */
export type PowerCutOptions = {
  readonly cuts: number
  readonly seed: number
  readonly fault?: 'unsynced-files' | 'unsynced-database'
  /** How long people write. */
  readonly livesMs?: number
}

/** What was found. */
export type PowerCutReport = {
  readonly cuts: number
  readonly acknowledged: number
  /** Acknowledged edits that were not on the disk, each counted at every cut. */
  readonly lost: number
  /** Cuts after which the server could not open its files, or SQLite found them damaged. */
  readonly damaged: number
}

/** Whether system calls can be recorded here. */
export const canRecord = (): boolean =>
  spawnSync('strace', ['--seccomp-bpf', '-f', '-o', '/dev/null', 'true']).status === 0

const recorder = (folder: string, trace: string): string[] => {
  const format = ['--seccomp-bpf', '-f', '-y', '-ttt', '-T', '-xx', '-s', '100000000']
  const files = [folder, ...keptFiles(folder)].flatMap((path) => ['-P', path])
  return ['strace', ...format, '-o', trace, '-e', `trace=${recordedCalls}`, ...files]
}

/** People write for a while, and the server dies at its next commit. */
const live = async (work: string, { fault, livesMs = 1_500 }: PowerCutOptions) => {
  const folder = join(work, 'live')
  await mkdir(folder)
  const trace = join(work, 'trace')
  const host = new SyncHost({ folder, fault: fault ?? null, under: recorder(folder, trace) })
  try {
    await host.start()
    const crowd = new Crowd(host, 3)
    await crowd.connect()
    const began = Date.now()
    crowd.typeEvery(5)
    await wait(livesMs)
    host.arm('append', 1)
    await host.died()
    crowd.disconnect()
    return { crowd, began, record: readDiskRecord(await readFile(trace, 'latin1')) }
  } finally {
    await host.dispose()
  }
}

/** Half of the instants are just after something was done to the disk: there a missing wait would show. */
const instantOf = (record: readonly DiskCall[], began: number, chance: () => number): number => {
  const later = record.filter(({ to }) => to > began)
  const call = later[Math.floor(chance() * later.length)]
  const end = later.at(-1)?.to ?? began
  return call === undefined || chance() < 0.5 ? began + chance() * (end - began) : call.to + chance() * 2
}

/** Records one life of a server and cuts the power of it so often. */
export const cutPower = async (options: PowerCutOptions): Promise<PowerCutReport> => {
  const { cuts, seed } = options
  const chance = dice(seed)
  const work = await mkdtemp(join(tmpdir(), 'rondo-power-'))
  const looker = new Looker()
  try {
    const { crowd, began, record } = await live(work, options)
    let [lost, damaged] = [0, 0]
    for (let cut = 0; cut < cuts; cut++) {
      const instant = instantOf(record, began, chance)
      const folder = join(work, `cut-${cut}`)
      await mkdir(folder)
      for (const [path, bytes] of afterPowerCut(record, instant, chance)) {
        await writeFile(join(folder, basename(path)), bytes)
      }
      const { texts, integrity } = await looker.look(folder)
      if (integrity !== 'ok') damaged += 1
      lost += crowd.missingFrom(texts, instant)
      await rm(folder, { recursive: true })
    }
    return { cuts, acknowledged: crowd.count.acknowledged, lost, damaged }
  } finally {
    looker.close()
    await rm(work, { recursive: true, force: true })
  }
}
