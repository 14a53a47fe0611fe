/**
 * Everything that `npm test` does to a server, for much longer: `npm run test:faults -- [--only WORD] [--seed 7] [--scale 0.1]`
 *
 * Ends with a table. A fault with its seed can be told again: `--only` takes a part of its name.
 */
import { parseArgs } from 'node:util'
import { type Fault, type Found, programme } from './programme.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(1 + (Date.now() % 100_000)) },
    scale: { type: 'string', default: '1' },
  },
})

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const [seed, scale] = [Number(values.seed), Number(values.scale)]

type Row = readonly string[]
const head: Row = ['fault', 'count', 'seed', 'acknowledged', 'lost', 'result', 'control']

const rowOf = (name: string, found: Found, caught: boolean | null): Row => {
  if (found === null) return [name, '-', '-', '-', '-', 'LEFT OUT: not possible here', '-']
  const { count, acknowledged, lost, wrong } = found
  const result = lost === 0 && wrong === '' ? 'holds' : `FAILS ${wrong}`
  const control = caught === null ? '-' : caught ? 'caught' : 'NOT CAUGHT'
  return [name, String(count), String(seed), String(acknowledged), String(lost), result, control]
}

const tell = async ({ name, run, control }: Fault): Promise<Row> => {
  try {
    return rowOf(name, await run(seed, scale), control === null ? null : await control(seed))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [name, '-', String(seed), '-', '-', `FAILS ${why}`, '-']
  }
}

const chosen = programme.filter(({ name }) => name.includes(values.only))
const rows: Row[] = [head]
for (const fault of chosen) {
  const row = await tell(fault)
  rows.push(row)
  say(row.join(' · '))
}
const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
say('')
for (const row of rows)
  say(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
const isBad = rows.some((row) => row.some((cell) => cell.startsWith('FAILS') || cell === 'NOT CAUGHT'))
// Whatever a fault left behind must not keep this alive.
process.exit(isBad || chosen.length === 0 ? 1 : 0)
