import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Ticks of the kernel's clock in a second. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString())

/** Milliseconds of processor time that a process and all its threads have used. Linux only. */
export const cpuMs = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name, in brackets, may hold spaces; user and system time are the 12th and 13th fields after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** Bytes of memory that a process holds. Linux only. */
export const residentBytes = (pid: number): number => {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) * 1024
}

/** Processor time of the whole machine in milliseconds: all of it, and the part that was not idle. */
export const machineMs = (): { total: number; busy: number } => {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  const fields = line.trim().split(/\s+/).slice(1).map(Number)
  const total = fields.reduce((sum, ticks) => sum + ticks, 0)
  const idle = (fields[3] ?? 0) + (fields[4] ?? 0)
  return { total: (total * 1000) / ticksPerSecond, busy: ((total - idle) * 1000) / ticksPerSecond }
}
