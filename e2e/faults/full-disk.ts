/** Fills the disk under people who write, makes room again, and looks what became of what they wrote. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Count, Crowd } from './crowd.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { SyncHost } from './target.ts'
import { waitFor } from './wait-for.ts'

/** How it is done. */
export type FullDiskOptions = {
  readonly fault?: 'ack-when-refused'
  /** How often the disk is filled, and how long it stays full. */
  readonly times?: number
  readonly fullMs?: number
  readonly writersPerDocument?: number
}

/** What was found. */
export type FullDiskReport = Count & {
  readonly lost: number
  readonly converged: boolean
  /** Edits that were acknowledged although nothing could be stored. */
  readonly acknowledgedWhileFull: number
}

/** Files that grew before are written again first: it takes some megabytes of keystrokes until one has to grow. */
const noticedMs = 180_000

const isIn = (host: SyncHost, condition: string) => async (): Promise<boolean> =>
  (await host.condition()) === condition

/** One time without room: from the first refusal to the first success. Answers how much was acknowledged between. */
const fillAndEmpty = async (host: SyncHost, disk: SmallDisk, crowd: Crowd, fullMs: number) => {
  // Each reads what all others of the document write.
  crowd.typeEvery(Math.max(10, 2 * crowd.writers.length))
  await wait(200)
  await disk.fill()
  await waitFor(isIn(host, 'full'), 'The server does not notice that there is no room.', noticedMs)
  const before = crowd.count.acknowledged
  await wait(fullMs)
  const between = crowd.count.acknowledged - before
  // Whoever comes now reads what was safe before.
  const missing = await crowd.lost()
  await disk.empty()
  await waitFor(isIn(host, 'ok'), 'The server does not notice that there is room again.')
  await wait(200)
  crowd.rest()
  return { between, missing }
}

const onDisk = async (disk: SmallDisk, options: FullDiskOptions): Promise<FullDiskReport> => {
  const { fault, times = 1, fullMs = 1_000, writersPerDocument = 3 } = options
  const host = new SyncHost({ folder: disk.folder, fault: fault ?? null })
  try {
    await host.start()
    const crowd = new Crowd(host, writersPerDocument)
    await crowd.connect()
    let [acknowledgedWhileFull, missed] = [0, 0]
    for (let time = 0; time < times; time++) {
      const { between, missing } = await fillAndEmpty(host, disk, crowd, fullMs)
      acknowledgedWhileFull += between
      missed += missing
    }
    const converged = fault === undefined && (await crowd.converges())
    await host.kill()
    crowd.disconnect()
    await host.start()
    const lost = missed + (await crowd.lost())
    return { ...crowd.count, lost, converged, acknowledgedWhileFull }
  } finally {
    await host.dispose()
  }
}

/** Runs it all. Null where no disk can be made for it. @throws when the server does not notice */
export const fillTheDisk = async (options: FullDiskOptions = {}): Promise<FullDiskReport | null> => {
  const disk = await mountSmallDisk(64)
  if (disk === null) return null
  try {
    return await onDisk(disk, options)
  } finally {
    await disk.remove()
  }
}
