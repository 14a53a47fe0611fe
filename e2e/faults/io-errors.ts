/**
 * Lets the n-th call fail that a server makes to one of its files, for one n after another. `strace` answers in the place
 * of the disk; it counts for each thread, so that some calls beyond the n-th of the process fail as well.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Count, Crowd } from './crowd.ts'
import { keptFiles } from './kept-files.ts'
import { SyncHost } from './target.ts'
import { waitFor } from './wait-for.ts'

/** Which calls fail. */
export type IoErrorOptions = {
  readonly calls: readonly number[]
  readonly fault?: 'ack-before-commit'
}

/** What was found. */
export type IoErrorReport = Count & {
  readonly faults: number
  /** Times the server would not even start; then nothing was promised to anybody. */
  readonly unstarted: number
  /** Times it did not go on by itself after the one failure. */
  readonly stuck: number
  readonly lost: number
  readonly converged: boolean
}

const changes = 'pwrite64,pwritev,fsync,fdatasync,ftruncate'
const errors = ['EIO', 'ENOSPC', 'EDQUOT'] as const

const failing = (folder: string, nth: number): string[] => {
  const inject = `inject=${changes}:error=${errors[nth % errors.length] ?? 'EIO'}:when=${nth}`
  const tracer = ['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${changes}`, '-e', inject]
  return [...tracer, ...keptFiles(folder).flatMap((path) => ['-P', path])]
}

/** One life with one fault. Answers whether it went on by itself, which is not asked of a server that is broken on purpose. */
const live = async (host: SyncHost, crowd: Crowd, isBroken: boolean): Promise<boolean> => {
  await crowd.connect()
  crowd.typeEvery(5)
  await wait(500)
  if (isBroken) return false
  crowd.rest()
  crowd.disconnect()
  const isWell = async (): Promise<boolean> => {
    if ((await host.condition()) !== 'ok') return false
    crowd.disconnect()
    return (await crowd.connect()) === 0
  }
  try {
    await waitFor(isWell, 'It does not go on.', 10_000)
    return true
  } catch {
    return false
  } finally {
    crowd.disconnect()
  }
}

/** Runs it all. */
export const failCalls = async ({ calls, fault }: IoErrorOptions): Promise<IoErrorReport> => {
  const host = new SyncHost({ fault: fault ?? null })
  try {
    await host.start()
    const crowd = new Crowd(host, 2)
    await host.kill()
    let [unstarted, stuck, lost] = [0, 0, 0]
    for (const nth of calls) {
      const isUp = await host.start(failing(host.folder, nth)).then(
        () => true,
        () => false,
      )
      if (!isUp) unstarted += 1
      else if (!(await live(host, crowd, fault !== undefined))) stuck += 1
      await host.kill()
      crowd.disconnect()
      await host.start()
      lost += await crowd.lost()
      await host.kill()
    }
    await host.start()
    const converged = fault === undefined && (await crowd.connect()) === 0 && (await crowd.converges())
    crowd.disconnect()
    return { faults: calls.length, ...crowd.count, unstarted, stuck, lost, converged }
  } finally {
    await host.dispose()
  }
}
