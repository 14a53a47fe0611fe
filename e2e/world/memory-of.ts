import { existsSync, readFileSync } from 'node:fs'

/** Bytes that a process holds now (VmRSS) or held at the most (VmHWM); 0 where the system does not tell. */
export const memoryOf = (pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number => {
  const file = `/proc/${pid ?? 0}/status`
  const status = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024
}
