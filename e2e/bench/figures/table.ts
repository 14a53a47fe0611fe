import type { ServerName } from '../servers/server.ts'
import type { Figure, Rounds } from './figure.ts'
import { spread } from './wording.ts'

const titles: Record<ServerName, string> = {
  rondo: 'this server',
  relay: 'relay',
  'y-websocket-server': 'y-websocket-server',
  hocuspocus: 'Hocuspocus',
}

/** The head of the table of results. */
export const tableHead = (names: readonly ServerName[]): string => {
  const columns = ['work', ...names.map((name) => titles[name]), 'ours by theirs, and the goal']
  return `${line(columns)}\n${line(columns.map(() => '---'))}`
}

/** One figure of all servers, and what is to be said of it. */
export const tableRow = (
  names: readonly ServerName[],
  work: string,
  { title, goal }: Figure,
  rounds: Rounds,
): string => {
  const cells = names.map((name) => spread(rounds.get(name) ?? []))
  return line([`${work}: ${title}`, ...cells, goal?.(rounds)?.text ?? ''])
}

const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`
