import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claim } from '../platform/db/claim.ts'
import { refusalIn } from '../sync/log/storage-refuses.ts'
import { ConfigError } from './config.ts'
import { roomless } from './why-not.ts'

/**
 * Makes the data folder where it is missing, readable by its owner only, proves that it can be written, and claims it:
 * two servers on one folder would each believe that they alone hold the documents.
 */
export function prepareDataDir(dataDir: string): void {
  if (!claimed(dataDir))
    throw new ConfigError(
      `DATA_DIR ${dataDir} is in use by another running Rondo; stop it, or choose another folder.`,
    )
}

function claimed(dataDir: string): boolean {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
    return claim(join(dataDir, '.claim'))
  } catch (error) {
    const trouble = refusalIn(error)?.trouble
    if (trouble !== undefined) throw new ConfigError(roomless(trouble, dataDir))
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ConfigError(
      `DATA_DIR ${dataDir} cannot be written (${code}); choose another folder or change its owner.`,
    )
  }
}
