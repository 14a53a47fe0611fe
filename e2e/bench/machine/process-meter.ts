import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the kernel's clock in a second. */
export const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString())

/** Where `stat` tells the time of a process itself, and of its children that have ended. */
const OWN_TICKS = [11, 12] as const
const CHILDREN_TICKS = [13, 14] as const

/** What a file of the kernel says, or nothing when the process has gone meanwhile. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The fields of a `stat` after the name in brackets, which may itself hold spaces. */
const statFields = (pid: number | string): string[] => {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** A process and everything that it started. */
const familyOf = (pid: number): number[] => {
  const children = Map.groupBy(
    readdirSync('/proc').filter((name) => /^\d+$/.test(name)),
    (name) => Number(statFields(name)[1]),
  )
  const family = [pid]
  for (const member of family) family.push(...(children.get(member) ?? []).map(Number))
  return family
}

/**
 * Milliseconds of processor time that a process, its threads and its children have used. Linux only. What living threads
 * used is known to the nanosecond; what those used that have ended, only to the tick of a clock.
 */
export const cpuMs = (pid: number): number => {
  const family = familyOf(pid)
  let [nanoseconds, ticks] = [0, ticksOf(pid, CHILDREN_TICKS)]
  for (const member of family) {
    ticks += ticksOf(member, OWN_TICKS)
    for (const thread of threadsOf(member))
      nanoseconds += Number(read(`/proc/${member}/task/${thread}/schedstat`).split(' ')[0])
  }
  return Math.max(nanoseconds / 1e6, (ticks * 1000) / ticksPerSecond)
}

/** Sums two of the fields that follow the name in `stat`: user and system time. */
const ticksOf = (pid: number, [user, system]: readonly [number, number]): number => {
  const fields = statFields(pid)
  return Number(fields[user] ?? 0) + Number(fields[system] ?? 0)
}

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Bytes of memory that a process and its children hold. Linux only. */
export const residentBytes = (pid: number): number => {
  let kilobytes = 0
  for (const member of familyOf(pid))
    kilobytes += Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${member}/status`))?.[1] ?? 0)
  return kilobytes * 1024
}
