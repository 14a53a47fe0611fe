import { parseArgs } from 'node:util'
import type { Scale } from './rows/row.ts'
import { type ServerName, serverNames } from './servers/server.ts'

/** What was asked for on the command line. */
export interface Wanted extends Scale {
  /** Names of rows, or nothing for all. */
  only: readonly string[] | undefined
  servers: readonly ServerName[]
  isMarkdown: boolean
  patienceMs: number
}

const names = (list: string | undefined): string[] | undefined => list?.split(',').map((name) => name.trim())

const number = (given: string | undefined, otherwise: number): number => {
  const value = Number(given ?? otherwise)
  if (!(value > 0)) throw new Error(`${given} is not a number above 0.`)
  return value
}

/** Reads the command line. */
export const readArguments = (args: readonly string[]): Wanted => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
      peers: { type: 'string' },
      patience: { type: 'string' },
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  })
  const peers = names(values.peers)
  const unknown = peers?.find((peer) => !serverNames.some((name) => name === peer))
  if (unknown !== undefined) throw new Error(`${unknown} is none of ${serverNames.join(', ')}.`)
  return {
    runs: number(values.runs, values.quick ? 1 : 5),
    seconds: number(values.seconds, values.quick ? 1 : 3),
    isQuick: values.quick,
    only: names(values.only),
    servers: serverNames.filter((name) => name === 'rondo' || (peers?.includes(name) ?? true)),
    isMarkdown: values.markdown,
    patienceMs: number(values.patience, values.quick ? 5 : 60) * 1000,
  }
}
