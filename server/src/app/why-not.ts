import { refusalIn, type StorageTrouble } from '../sync/log/storage-refuses.ts'
import { type Config, ConfigError } from './config.ts'

/** One sentence for whoever started us, about what kept us from starting: what is wrong and what to do, never a stack. */
export function whyNot(error: unknown, config?: Config): string {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return `Rondo could not start: ${String(error)}.`
  const trouble = refusalIn(error)?.trouble
  if (trouble !== undefined) return roomless(trouble, config?.dataDir ?? 'the data folder')
  const code = 'code' in error ? error.code : undefined
  const where = config === undefined ? 'the address asked for' : `${config.host}:${config.port}`
  switch (code) {
    case 'EADDRINUSE':
      return `Something else is already listening on ${where}; stop it, or choose another port, for example PORT=${(config?.port ?? 3000) + 1}.`
    case 'EACCES':
      return `This user may not listen on ${where}; choose a port above 1023.`
    case 'EADDRNOTAVAIL':
      return `HOST ${config?.host} is not an address of this machine.`
    default:
      return `Rondo could not start: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}`
  }
}

/** The same words whether the first file or the last one found out. */
export const roomless = (trouble: StorageTrouble, dataDir: string): string =>
  trouble === 'full'
    ? `There is no room left for DATA_DIR ${dataDir}; make some and start again: everything that was saved is still there.`
    : `DATA_DIR ${dataDir} can only be read; make it writable and start again, or choose another folder.`
