import { readdirSync, readFileSync } from 'node:fs'

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

/** Milliseconds of processor time that a process, its threads and its children have used, to the nanosecond. Linux only. */
export const cpuMs = (pid: number): number => {
  let nanoseconds = 0
  for (const member of familyOf(pid))
    for (const thread of threadsOf(member))
      nanoseconds += Number(read(`/proc/${member}/task/${thread}/schedstat`).split(' ')[0])
  return nanoseconds / 1e6
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
