import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ticksPerSecond } from './process-meter.ts'

/** Processor time of the whole machine in milliseconds: all of it, and what was not idle, or was taken by the host. */
const machineMs = (): { total: number; busy: number } => {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  const fields = line.trim().split(/\s+/).slice(1, 9).map(Number)
  const total = fields.reduce((sum, ticks) => sum + ticks, 0)
  const idle = (fields[3] ?? 0) + (fields[4] ?? 0)
  return { total: (total * 1000) / ticksPerSecond, busy: ((total - idle) * 1000) / ticksPerSecond }
}

/** Milliseconds of processor time of this process. */
const ownCpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Something whose use of the processor belongs to the measurement. */
export interface Worker {
  cpuMs(): number
}

/**
 * Begins to watch the machine.
 *
 * @param ours those that belong to the measurement, beside this process
 * @returns a function that tells which part of the machine, in percent, others have taken since
 */
export const watchOthers = (ours: readonly Worker[]): (() => number) => {
  const usedByUs = (): number => ours.reduce((sum, worker) => sum + worker.cpuMs(), ownCpuMs())
  const [before, usedBefore] = [machineMs(), usedByUs()]
  return () => {
    const [after, used] = [machineMs(), usedByUs() - usedBefore]
    const others = after.busy - before.busy - used
    return Math.min(100, Math.max(0, (others / Math.max(1, after.total - before.total)) * 100))
  }
}

const WINDOW_MS = 500

/** Waits until others leave the machine alone, or patience ends. @returns how long that took, and what they took at last */
export const quiet = async (
  ours: readonly Worker[],
  { percent, patienceMs }: { percent: number; patienceMs: number },
): Promise<{ waitedMs: number; others: number }> => {
  for (let waitedMs = 0; ; waitedMs += WINDOW_MS) {
    const others = watchOthers(ours)
    await wait(WINDOW_MS)
    const taken = others()
    if (taken <= percent || waitedMs >= patienceMs) return { waitedMs, others: taken }
  }
}
