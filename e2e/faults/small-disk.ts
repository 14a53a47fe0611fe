import { spawnSync } from 'node:child_process'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory, that can be filled to the last byte. */
export type SmallDisk = {
  readonly folder: string
  fill(): Promise<void>
  /** Makes room again. */
  empty(): Promise<void>
  /** From now on it can only be read, or written again. */
  lock(): void
  unlock(): void
  remove(): Promise<void>
}

const chunks = [2 ** 20, 4_096].map((bytes) => Buffer.alloc(bytes))

const writeOn = async (file: FileHandle, chunk: Buffer): Promise<void> => {
  try {
    for (;;) await file.write(chunk)
  } catch {
    // There is no room left, which is what was wanted.
  }
}

const fill = async (path: string): Promise<void> => {
  const file = await open(path, 'a')
  for (const chunk of chunks) await writeOn(file, chunk)
  await file.close()
}

/** Mounts one, or answers null where that is not allowed. */
export const mountSmallDisk = async (megabytes: number): Promise<SmallDisk | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    await rm(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  const remount = (how: 'ro' | 'rw'): void => void spawnSync('mount', ['-o', `remount,${how}`, folder])
  return {
    folder,
    fill: () => fill(filler),
    empty: () => rm(filler, { force: true }),
    lock: () => remount('ro'),
    unlock: () => remount('rw'),
    remove: async () => {
      spawnSync('umount', [folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
