/**
 * What is on a disk after the power went: everything that somebody had waited for, and of the rest some, in pieces.
 *
 * 1. A write is safe once a sync of its file that began after it is done; through a file that writes through, at once.
 * 2. Of what is not safe each write may be there, be missing, or be there sector by sector.
 * 3. A new name is safe once its folder was synced; before that the whole file may be missing. A deleted one may be back.
 */
import { dirname } from 'node:path'
import type { DiskCall } from './disk-record.ts'

const sectorBytes = 512

type Chance = () => number

class Platter {
  #bytes = Buffer.alloc(0)

  get bytes(): Buffer {
    return this.#bytes
  }

  put(bytes: Buffer, at: number): void {
    this.resize(Math.max(this.#bytes.length, at + bytes.length))
    bytes.copy(this.#bytes, at)
  }

  /** Some of its sectors, none in particular. */
  putTorn(bytes: Buffer, at: number, chance: Chance): void {
    for (let from = 0; from < bytes.length; ) {
      const to = Math.min(bytes.length, from + sectorBytes - ((at + from) % sectorBytes))
      if (chance() < 0.5) this.put(bytes.subarray(from, to), at + from)
      from = to
    }
  }

  resize(size: number): void {
    if (size === this.#bytes.length) return
    const resized = Buffer.alloc(size)
    this.#bytes.copy(resized, 0, 0, Math.min(size, this.#bytes.length))
    this.#bytes = resized
  }
}

/** How one file stands when the power goes. */
const remainsOf = (
  calls: readonly DiskCall[],
  isSafe: (call: DiskCall) => boolean,
  chance: Chance,
): Buffer => {
  const platter = new Platter()
  for (const call of calls) {
    const luck = isSafe(call) ? 0 : chance()
    if (call.kind === 'write' && luck < 0.4) platter.put(call.bytes, call.at)
    else if (call.kind === 'write' && luck < 0.8) platter.putTorn(call.bytes, call.at, chance)
    else if (call.kind === 'truncate' && luck < 0.5) platter.resize(call.size)
  }
  return platter.bytes
}

/**
 * The files, by path, as they are after the power went at an instant. `chance` decides about what nobody waited for.
 * The record begins with empty folders.
 */
export const afterPowerCut = (
  record: readonly DiskCall[],
  instant: number,
  chance: Chance,
): ReadonlyMap<string, Buffer> => {
  const begun = record.filter(({ from }) => from <= instant)
  const syncs = begun.filter(({ kind, to }) => kind === 'sync' && to <= instant)
  const isSynced = (path: string, since: number): boolean =>
    syncs.some((sync) => sync.path === path && sync.from >= since)
  const files = new Map<string, Buffer>()
  for (const path of new Set(begun.filter(({ kind }) => kind === 'write').map((call) => call.path))) {
    const own = begun.filter((call) => call.path === path)
    const isThrough = own.some((call) => call.kind === 'open' && call.writesThrough)
    const isSafe = (call: DiskCall): boolean =>
      call.to <= instant && ((isThrough && call.kind === 'write') || isSynced(path, call.to))
    const removed = own.findLast(({ kind }) => kind === 'unlink')
    const life = removed === undefined ? own : own.filter(({ from }) => from > removed.from)
    const [born = removed] = life
    if (born === undefined) continue
    const folder = dirname(path)
    const isGone = removed !== undefined && life.length === 0 && isSynced(folder, removed.to)
    const hasName = isSynced(folder, born.to) || chance() < 0.5
    if (!isGone && hasName) files.set(path, remainsOf(life.length === 0 ? own : life, isSafe, chance))
  }
  return files
}
