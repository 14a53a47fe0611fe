/**
 * Files in a folder of this machine.
 *
 * 1. What is taken in is written under a name of its own, brought to the disk, and only then given its name; a rename is
 *    one step, so a reader, a crash or a backup finds the old file or the new one, never a half.
 * 2. A rename is on the disk only when its folder is, so the folder is synced, too, and those made for it.
 * 3. The folder belongs to one server at a time. What it finds half-written at its start nobody is writing any more.
 */
import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { expectFileName, isFileName } from './file-name.ts'
import type { Files, KeptFile, ListedFile, Span } from './files.ts'
import { within } from './span.ts'

const UNFINISHED = '.unfinished'

/** Opens the folder, and makes it where it is missing. */
export const openFolderFiles = async (folder: string): Promise<Files> => {
  const unfinished = join(folder, UNFINISHED)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const pathOf = (name: string): string => {
    expectFileName(name)
    return join(folder, ...name.split('/'))
  }
  return {
    put: async (name, content) => {
      const path = pathOf(name)
      const draft = join(unfinished, randomUUID())
      try {
        const bytes = await writeThrough(draft, content)
        await makeFolders(dirname(path))
        await rename(draft, path)
        await syncFolder(dirname(path))
        return { bytes }
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    get: (name, span) => ifThere(() => read(pathOf(name), span)),
    remove: async (name) => {
      await rm(pathOf(name), { force: true })
    },
    list: (room) => list(folder, join(folder, room)),
    check: async () => {
      const probe = join(unfinished, randomUUID())
      await (await open(probe, 'wx', 0o600)).close()
      await rm(probe)
    },
  }
}

const writeThrough = async (path: string, content: AsyncIterable<Uint8Array>): Promise<number> => {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const part of content) {
      await writeAll(file, part)
      bytes += part.length
    }
    await file.datasync()
    return bytes
  } finally {
    await file.close()
  }
}

/** One write may take less than it was given. */
const writeAll = async (file: FileHandle, part: Uint8Array): Promise<void> => {
  for (let done = 0; done < part.length; ) done += (await file.write(part, done)).bytesWritten
}

const makeFolders = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Windows has no such thing, and keeps names by itself. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** From one open file, so that taking another one in under its name changes nothing for who reads. */
const read = async (path: string, span: Span | undefined): Promise<KeptFile> => {
  const file = await open(path)
  const { size } = await file.stat()
  const { from, to } = within(size, span)
  if (from === to) await file.close()
  const stream = from === to ? Readable.from([]) : file.createReadStream({ start: from, end: to - 1 })
  return { bytes: size, content: Readable.toWeb(stream) as KeptFile['content'] }
}

async function* list(root: string, folder: string): AsyncGenerator<ListedFile> {
  const entries = await ifThere(() => opendir(folder, { recursive: true }))
  for await (const entry of entries ?? []) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(root, path).split(sep).join('/')
    const found = entry.isFile() && isFileName(name) ? await ifThere(() => stat(path)) : null
    if (found !== null) yield { name, bytes: found.size, changedAt: found.mtimeMs }
  }
}

/** Null for what is not there, or not any more. */
const ifThere = async <T>(look: () => Promise<T>): Promise<T | null> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
