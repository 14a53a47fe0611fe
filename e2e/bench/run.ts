import { cpus } from 'node:os'
import { readArguments, type Wanted } from './arguments.ts'
import type { Rounds } from './figures/figure.ts'
import { median } from './figures/quantile.ts'
import { tableHead, tableRow } from './figures/table.ts'
import { type Outcome, runRounds } from './rounds.ts'
import { makeRows } from './rows/make-rows.ts'
import type { Row } from './rows/row.ts'
import { makeServers } from './servers/make-servers.ts'

/**
 * `npm run bench`: this server, with durability on, beside a bare relay, `@y/websocket-server` and Hocuspocus, on the
 * same work in one run. Options: `--runs N`, `--seconds N`, `--only fan-out,cursors,…`, `--peers relay,…`, `--patience S`
 * to wait for quiet, `--quick`, `--markdown` to print nothing but the tables.
 */
const wanted = readArguments(process.argv.slice(2))

const say = (text: string): void => {
  if (!wanted.isMarkdown) console.error(`  ${text}`)
}

const roundsOf = ({ readings }: Outcome, key: string): Rounds =>
  new Map([...readings].map(([name, all]) => [name, all.map((one) => one[key] ?? Number.NaN)]))

/** What all rows together came to. */
const summary = { met: 0, missed: 0, others: [] as number[] }

const report = ({ servers }: Wanted, row: Row, outcome: Outcome): void => {
  for (const figure of row.figures) {
    const rounds = roundsOf(outcome, figure.key)
    console.log(tableRow(servers, row.title, figure, rounds))
    const verdict = figure.goal?.(rounds)
    if (verdict?.isMet === true) summary.met += 1
    if (verdict?.isMet === false) summary.missed += 1
  }
  say(`others took ${shareOf(outcome.others)}`)
  summary.others.push(...outcome.others)
}

const shareOf = (others: readonly number[]): string =>
  `${median(others).toFixed(0)} % of the machine, at worst ${Math.max(...others).toFixed(0)} %`

const bench = async (): Promise<void> => {
  const rows = makeRows(wanted).filter(({ name }) => wanted.only?.includes(name) ?? true)
  if (rows.length === 0) throw new Error(`No row is called ${wanted.only?.join(' or ')}.`)
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model}, Node ${process.version}`
  console.log(
    `${new Date().toISOString().slice(0, 16)}Z, ${machine}; ${wanted.runs} rounds of ${wanted.seconds} s\n`,
  )
  const servers = makeServers(
    wanted.servers,
    rows.reduce((sum, { documents }) => sum + documents, 0),
  )
  const dispose = (): Promise<unknown> => Promise.all(servers.map((server) => server.dispose()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void dispose().finally(() => process.exit(1)))
  try {
    for (const server of servers) await server.start()
    console.log(tableHead(wanted.servers))
    let first = 0
    for (const row of rows) {
      report(wanted, row, await runRounds(row, servers, first, wanted, say))
      first += row.documents
    }
    console.log(
      `\n${summary.met} goals met, ${summary.missed} missed. Others took ${shareOf(summary.others)} during the measurements.`,
    )
  } finally {
    await dispose()
  }
}

await bench()
