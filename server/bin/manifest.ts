/** `backup.json`: the files of a backup with their checksums, so that what a disk or a transfer did to them shows. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const fileName = 'backup.json'
const manifest = z.object({ madeAt: z.number(), sha256: z.record(z.string(), z.string()) })

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Writes down what is in a folder. */
export const writeManifest = async (folder: string): Promise<void> => {
  const hashes = readdirSync(folder).map(async (name) => [name, await hashOf(join(folder, name))] as const)
  const sha256 = Object.fromEntries(await Promise.all(hashes))
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
  const checked = Object.entries(read(folder)?.sha256 ?? {}).map(async ([name, sha256]) => {
    const path = join(folder, name)
    return existsSync(path) && (await hashOf(path)) === sha256 ? [] : [name]
  })
  return (await Promise.all(checked)).flat()
}
