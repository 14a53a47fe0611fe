/** What a process did to some files, as `strace` saw it, in the order in which it was asked for. */

/** A call that changes a file, or that waits until changes are on the disk. Times are milliseconds since the epoch. */
export type DiskCall = { readonly path: string; readonly from: number; readonly to: number } & (
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly size: number }
  | { readonly kind: 'open'; readonly writesThrough: boolean }
  | { readonly kind: 'unlink' | 'sync' }
)

/** The calls to be recorded. */
export const recordedCalls =
  'openat,write,pwrite64,pwritev,pwritev2,fsync,fdatasync,ftruncate,unlink,rename,fallocate'

type Line = {
  readonly call: string
  readonly text: string
  readonly result: number
  readonly from: number
  readonly to: number
}

const whole = /^(\d+) +(\d+\.\d+) (\w+)\((.*)\) += (-?\d+).* <([\d.]+)>$/s
const begun = /^(\d+) +(\d+\.\d+) (\w+)\((.*) <unfinished \.\.\.>$/s
const resumed = /^(\d+) +(\d+\.\d+) <\.\.\. (\w+) resumed>(.*)\) += (-?\d+).* <([\d.]+)>$/s

const millisecondsOf = (seconds: string | undefined): number => Number(seconds) * 1_000

/** Puts together what was printed in two pieces because another thread came between. */
const linesOf = (trace: string): Line[] => {
  const open = new Map<string, { from: number; text: string }>()
  return trace.split('\n').flatMap((line): Line[] => {
    const first = begun.exec(line)
    if (first !== null) {
      open.set(`${first[1]} ${first[3]}`, { from: millisecondsOf(first[2]), text: first[4] ?? '' })
      return []
    }
    const rest = resumed.exec(line)
    if (rest !== null) {
      const start = open.get(`${rest[1]} ${rest[3]}`)
      if (start === undefined) return []
      const to = start.from + millisecondsOf(rest[6])
      return [
        {
          call: rest[3] ?? '',
          text: start.text + (rest[4] ?? ''),
          result: Number(rest[5]),
          from: start.from,
          to,
        },
      ]
    }
    const all = whole.exec(line)
    if (all === null) return []
    const from = millisecondsOf(all[2])
    return [
      {
        call: all[3] ?? '',
        text: all[4] ?? '',
        result: Number(all[5]),
        from,
        to: from + millisecondsOf(all[6]),
      },
    ]
  })
}

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')

const quoted = /"((?:\\x[0-9a-f]{2})*)"/g
const described = /^\d+<((?:\\x[0-9a-f]{2})*)>/

const stringsIn = (text: string): Buffer[] => [...text.matchAll(quoted)].map(([, hex]) => bytesOf(hex ?? ''))

const callOf = ({ call, text, result, from, to }: Line): DiskCall[] => {
  if (result < 0) return []
  const path = bytesOf(described.exec(text)?.[1] ?? '').toString()
  const last = Number(/(\d+)$/.exec(text)?.[1])
  switch (call) {
    case 'openat':
      return [
        {
          kind: 'open',
          path: String(stringsIn(text)[0] ?? ''),
          from,
          to,
          writesThrough: /O_D?SYNC/.test(text),
        },
      ]
    case 'pwrite64':
    case 'pwritev':
      return [
        {
          kind: 'write',
          path,
          from,
          to,
          at: last,
          bytes: Buffer.concat(stringsIn(text)).subarray(0, result),
        },
      ]
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', path, from, to }]
    case 'ftruncate':
      return [{ kind: 'truncate', path, from, to, size: last }]
    case 'unlink':
      return [{ kind: 'unlink', path: String(stringsIn(text)[0] ?? ''), from, to }]
    default:
      throw new Error(`The recorder does not know what ${call} does to ${path}.`)
  }
}

/** Reads a record, oldest call first. @throws when something was done that it does not understand */
export const readDiskRecord = (trace: string): readonly DiskCall[] =>
  linesOf(trace)
    .flatMap(callOf)
    .toSorted((a, b) => a.from - b.from)
