/** `backup.json`: the files of a backup with their checksums, so that what a disk or a transfer did to them shows. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const fileName = 'backup.json'
const manifest = z.object({ madeAt: z.number(), sha256: z.record(z.string(), z.string()) })

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The files below a folder, by their paths in it. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

/** Writes down what is in a folder. */
export const writeManifest = async (folder: string): Promise<void> => {
  const sha256: Record<string, string> = {}
  for (const name of filesBelow(folder)) sha256[name] = await hashOf(join(folder, name))
  writeFileSync(join(folder, fileName), `${JSON.stringify({ madeAt: Date.now(), sha256 }, null, 2)}\n`)
}

const read = (folder: string): z.infer<typeof manifest> | null => {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
  } catch {
    return null
  }
}

/** The names of the files in a backup. Null: what it held is not written down in it, or cannot be read. */
export const filesOf = (folder: string): readonly string[] | null => {
  const known = read(folder)
  return known === null ? null : Object.keys(known.sha256)
}

/** Files that are missing, or not as they were written. */
export const changedFiles = async (folder: string): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const [name, sha256] of Object.entries(read(folder)?.sha256 ?? {})) {
    const path = join(folder, name)
    if (!existsSync(path) || (await hashOf(path)) !== sha256) changed.push(name)
  }
  return changed
}
