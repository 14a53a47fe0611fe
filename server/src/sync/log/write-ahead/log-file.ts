import { constants, write } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isBroken } from '../log-fault.ts'

/** A file that is written at places and read as a whole. */
export type LogFile = {
  /** Resolves once the bytes would survive a power cut; when it rejects, some of them may be there. */
  write(bytes: Uint8Array, at: number): Promise<void>
  read(): Promise<Uint8Array>
  /** Zeros in the place of everything, durably. */
  wipe(): Promise<void>
  close(): Promise<void>
}

/** Room that is taken in advance: writing where blocks are there already does not change the file's size, and is faster. */
const roomBytes = 1024 * 1024
const zeros = new Uint8Array(roomBytes)

/** Linux writes through to the disk in one call; elsewhere a second one, which also empties the disk's own cache, follows. */
const writesThrough = process.platform === 'linux'
const flags = constants.O_RDWR | constants.O_CREAT
const syncFlag = writesThrough ? constants.O_DSYNC : 0

/** Opens a file for the log, or makes it. @throws when it cannot be written */
export const openLogFile = async (path: string): Promise<LogFile> => {
  const file = await open(path, isBroken('unsynced-files') ? flags : flags | syncFlag, 0o600)
  try {
    await makeRoom(file, path)
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    write: async (bytes, at) => {
      await writeAll(file, bytes, at)
      if (!writesThrough) await file.sync()
    },
    read: async () => {
      const bytes = new Uint8Array((await file.stat()).size)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
      return bytes.subarray(0, bytesRead)
    },
    wipe: async () => {
      const { size: length } = await file.stat()
      for (let at = 0; at < length; at += roomBytes)
        await writeAll(file, zeros.subarray(0, Math.min(roomBytes, length - at)), at)
      await file.truncate(roomBytes)
      await file.sync()
    },
    close: () => file.close(),
  }
}

const makeRoom = async (file: FileHandle, path: string): Promise<void> => {
  const { size } = await file.stat()
  if (size < roomBytes) await writeAll(file, zeros.subarray(0, roomBytes - size), size)
  await file.sync()
  await syncFolderOf(path)
}

/** By the descriptor and with a callback: a file handle's own `write` costs several times as much, once per commit. */
const writeSome = ({ fd }: FileHandle, bytes: Uint8Array, from: number, at: number): Promise<number> =>
  new Promise((resolve, reject) => {
    write(fd, bytes, from, bytes.length - from, at + from, (error, written) => {
      if (error === null) resolve(written)
      else reject(error)
    })
  })

const writeAll = async (file: FileHandle, bytes: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) done += await writeSome(file, bytes, done, at)
}

/** A new file's name is in its folder, which has to reach the disk as well. */
const syncFolderOf = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
