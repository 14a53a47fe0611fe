import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { isFileName } from '../src/platform/files/file-name.ts'

/**
 * Copies the uploads in a folder while a server takes others in, and answers how many bytes they are. Half-written ones
 * have no names yet and are left out, as are those that are removed meanwhile.
 */
export const copyFiles = (from: string, to: string): number => {
  if (!existsSync(from)) return 0
  let bytes = 0
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(from, path)
    if (!entry.isFile() || !isFileName(name.split(sep).join('/'))) continue
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 })
    if (copied(path, join(to, name))) bytes += statSync(join(to, name)).size
  }
  return bytes
}

const copied = (from: string, to: string): boolean => {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
